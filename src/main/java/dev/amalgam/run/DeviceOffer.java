package dev.amalgam.run;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A device that a person may think of, and whether it can be chosen on this machine.
 *
 * @param device the device
 * @param missing why it cannot be chosen, without a final stop; empty where it can
 */
public record DeviceOffer(Device device, Optional<String> missing) {
    /** Whether it can be chosen. */
    public boolean isThere() {
        return missing.isEmpty();
    }

    /** All that there is; of each way without a device here, its first with the reason. */
    public static List<DeviceOffer> all(RuntimeInfo info) {
        return Arrays.stream(Device.Provider.values())
                .flatMap(provider -> of(provider, info))
                .toList();
    }

    private static Stream<DeviceOffer> of(Device.Provider provider, RuntimeInfo info) {
        List<DeviceOffer> there = info.devices().stream()
                .flatMap(name -> Device.named(name).stream())
                .filter(device -> device.provider() == provider)
                .map(device -> new DeviceOffer(device, Optional.empty()))
                .toList();
        return there.isEmpty()
                ? Stream.of(new DeviceOffer(provider.first(), Optional.of(missing(provider, info))))
                : there.stream();
    }

    /** Why nothing can run on the device of that name, without a final stop; empty where it can. */
    public static Optional<String> missing(String name, RuntimeInfo info) {
        Optional<Device> device = Device.named(name);
        if (device.isPresent() && info.devices().contains(device.get().name())) {
            return Optional.empty();
        }
        boolean another = info.devices().stream()
                .flatMap(known -> Device.named(known).stream())
                .anyMatch(known ->
                        known.provider() == device.map(Device::provider).orElse(Device.Provider.CPU));
        return Optional.of(
                another
                        ? "there is no device '" + name + "'; there is " + String.join(", ", info.devices())
                        : missing(device.orElseThrow().provider(), info));
    }

    private static String missing(Device.Provider provider, RuntimeInfo info) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (provider == Device.Provider.COREML && !system.startsWith("mac")) {
            return "Core ML is part of macOS";
        }
        if (provider == Device.Provider.DIRECTML && !system.startsWith("windows")) {
            return "DirectML is part of Windows";
        }
        return info.providers().contains(provider.runtimeName())
                ? "no graphics processor that " + provider.title() + " can use was found"
                : "this " + info.runtime() + " was built without " + provider.title();
    }
}
