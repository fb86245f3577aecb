package dev.amalgam.run;

import java.util.List;

/**
 * What runs the models.
 *
 * @param runtime its name and version, such as {@code ONNX Runtime 1.29.0}
 * @param djl the version of DJL that found the devices
 * @param providers what the runtime can run on, such as {@code CPUExecutionProvider}
 * @param devices the devices that {@link RunOptions#device()} may name on this machine
 * @param pid the process that runs them
 * @param memoryBytes the memory that it takes now; 0 where the system does not tell
 */
public record RuntimeInfo(
        String runtime, String djl, List<String> providers, List<String> devices, long pid, long memoryBytes) {
    public RuntimeInfo {
        providers = List.copyOf(providers);
        devices = List.copyOf(devices);
    }
}
