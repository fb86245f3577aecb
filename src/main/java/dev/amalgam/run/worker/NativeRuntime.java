package dev.amalgam.run.worker;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
import dev.amalgam.run.channel.FromWorker;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The loaded runtime.
 *
 * @param environment the one environment of this process, whose threads all sessions share
 * @param ready what there is
 */
record NativeRuntime(OrtEnvironment environment, FromWorker.Ready ready) {
    static NativeRuntime start() {
        // DJL first: it gives the environment its thread pools, and cannot start where one exists already.
        Engine engine = Engine.getEngine("OnnxRuntime");
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        List<String> providers = OrtEnvironment.getAvailableProviders().stream()
                .map(OrtProvider::getName)
                .toList();
        FromWorker.Ready ready = new FromWorker.Ready(
                "ONNX Runtime " + environment.getVersion(), Engine.getDjlVersion(), providers, devices(engine));
        return new NativeRuntime(environment, ready);
    }

    private static List<String> devices(Engine engine) {
        Stream<String> gpus =
                Arrays.stream(engine.getDevices()).filter(Device::isGpu).map(NativeRuntime::name);
        return Stream.concat(Stream.of("cpu"), gpus).toList();
    }

    private static String name(Device device) {
        return "cuda:" + Integer.toString(device.getDeviceId()).toLowerCase(Locale.ROOT);
    }

    boolean hasCuda() {
        return ready.providers().contains(OrtProvider.CUDA.getName());
    }
}
