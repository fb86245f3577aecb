package dev.amalgam.run.worker;

import dev.amalgam.run.Device;

/** A device cannot run a model that the processor can: its driver is missing, say, or it has no room. */
final class DeviceRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int MOST_LETTERS = 200;

    private final transient Device device;

    DeviceRefusal(Device device, Throwable cause) {
        super(device.title() + " cannot be used: " + firstLine(String.valueOf(cause.getMessage())), cause);
        this.device = device;
    }

    Device device() {
        return device;
    }

    /** What the runtime says goes on over many lines, with paths of its own source. */
    private static String firstLine(String message) {
        String line = message.strip().lines().findFirst().orElse("").strip();
        String whole = line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
        return whole.length() <= MOST_LETTERS ? whole : whole.substring(0, MOST_LETTERS) + "…";
    }
}
