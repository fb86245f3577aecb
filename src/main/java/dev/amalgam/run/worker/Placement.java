package dev.amalgam.run.worker;

import dev.amalgam.run.Device;
import java.util.Optional;

/**
 * Where a request is run.
 *
 * @param device what runs it
 * @param note why that is not the device that was asked for, as a sentence; empty where it is
 */
record Placement(Device device, Optional<String> note) {
    static Placement on(Device device) {
        return new Placement(device, Optional.empty());
    }

    /** On the processor, because of what {@code why} says without a final stop. */
    static Placement instead(String why) {
        return new Placement(Device.CPU, Optional.of("Runs on the processor: " + why + "."));
    }
}
