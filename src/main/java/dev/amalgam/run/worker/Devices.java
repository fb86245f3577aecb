package dev.amalgam.run.worker;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.amalgam.run.Device;
import dev.amalgam.run.DeviceOffer;
import dev.amalgam.run.RuntimeInfo;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Chooses what runs a request. A device that could not be used is not tried again by this process. */
final class Devices {
    private final RuntimeInfo info;
    private final Map<Device, String> refused = new HashMap<>();

    Devices(RuntimeInfo info) {
        this.info = info;
    }

    /** The device of that name or, where it is not there or could not be used, the processor with the reason. */
    Placement choose(String wanted) {
        Optional<String> missing = DeviceOffer.missing(wanted, info);
        if (missing.isPresent()) {
            return Placement.instead(missing.get());
        }
        Device device = Device.named(wanted).orElseThrow();
        String why = refused.get(device);
        return why == null ? Placement.on(device) : Placement.instead(why);
    }

    /** The processor instead, from now on. */
    Placement refuse(DeviceRefusal refusal) {
        String why = String.valueOf(refusal.getMessage());
        refused.put(refusal.device(), why);
        return Placement.instead(why);
    }

    /** Puts the device into the options of a session. The processor does what the device cannot. */
    static void add(Device device, SessionOptions options) throws OrtException {
        switch (device.provider()) {
            case CPU -> {}
            case CUDA -> options.addCUDA(device.number());
            case TENSORRT -> {
                options.addTensorrt(device.number());
                options.addCUDA(device.number());
            }
            case COREML -> options.addCoreML();
            case DIRECTML -> {
                // It takes one operator after the other, and plans its memory itself.
                options.setMemoryPatternOptimization(false);
                options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
                options.addDirectML(device.number());
            }
        }
    }
}
