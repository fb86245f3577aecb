package dev.amalgam.desk;

import dev.amalgam.graph.Execution;
import dev.amalgam.run.Device;

/** Where something ran, for people. */
public final class DeviceWords {
    private DeviceWords() {}

    /**
     * Such as {@code CPU, 8 threads}, {@code CPU, 1 thread} or {@code CUDA}.
     *
     * @param device the name of the device that ran it; empty where nothing ran, which the processor would have done
     * @param how how it was asked to be run
     */
    public static String of(String device, Execution how) {
        Device ran = Device.named(device).orElse(Device.CPU);
        if (!ran.equals(Device.CPU)) {
            return ran.title();
        }
        int threads = how.threads() > 0 ? how.threads() : Runtime.getRuntime().availableProcessors();
        return threads == 1 ? "CPU, 1 thread" : "CPU, " + threads + " threads";
    }
}
