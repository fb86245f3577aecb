package dev.amalgam.run.worker;

import ai.djl.engine.Engine;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
import dev.amalgam.run.Device;
import dev.amalgam.run.RuntimeInfo;
import dev.amalgam.run.channel.FromWorker;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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
                "ONNX Runtime " + environment.getVersion(),
                Engine.getDjlVersion(),
                providers,
                devices(engine, providers));
        return new NativeRuntime(environment, ready);
    }

    private static List<String> devices(Engine engine, List<String> providers) {
        return Arrays.stream(Device.Provider.values())
                .filter(provider -> providers.contains(provider.runtimeName()))
                .flatMap(provider -> devices(engine, provider))
                .map(Device::name)
                .toList();
    }

    /** Graphics cards are only looked for where this runtime could use them. */
    private static Stream<Device> devices(Engine engine, Device.Provider provider) {
        return switch (provider) {
            case CPU, COREML, DIRECTML -> Stream.of(provider.first());
            case CUDA, TENSORRT ->
                IntStream.range(0, graphicsCards(engine)).mapToObj(number -> new Device(provider, number));
        };
    }

    private static int graphicsCards(Engine engine) {
        return (int)
                Arrays.stream(engine.getDevices()).filter(ai.djl.Device::isGpu).count();
    }

    /** What there is, without what only the client knows of the process. */
    RuntimeInfo info() {
        return new RuntimeInfo(ready.runtime(), ready.djl(), ready.providers(), ready.devices(), 0, 0);
    }

    boolean hasCuda() {
        return ready.providers().contains(OrtProvider.CUDA.getName());
    }
}
