package dev.amalgam.bench;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Map;

/**
 * ONNX Runtime and nothing else, in this process: what a person would write who has the exported file. Threads and
 * optimisations are those of the worker; the photo lies in memory that the runtime can use as it is.
 */
final class BareRuntime implements AutoCloseable {
    private static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment(
            OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "bare", new OrtEnvironment.ThreadingOptions());

    private final OrtSession session;
    private final Photo photo;
    private final ByteBuffer input;

    BareRuntime(Path model, Photo photo) throws OrtException {
        this(model, photo, 0);
    }

    /** @param threads of one operator; 0 lets the runtime decide, as the worker does */
    BareRuntime(Path model, Photo photo, int threads) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            if (threads == 0) {
                options.disablePerSessionThreads();
            } else {
                options.setIntraOpNumThreads(threads);
            }
            session = ENVIRONMENT.createSession(model.toString(), options);
        }
        this.photo = photo;
        input = ByteBuffer.allocateDirect(photo.nextPixels().remaining()).order(ByteOrder.nativeOrder());
    }

    /** Runs it on the next photo and reads all results. @return something that depends on them */
    int run() throws OrtException {
        input.clear().put(photo.nextPixels()).flip();
        try (OnnxTensor pixels = OnnxTensor.createTensor(ENVIRONMENT, input, photo.dims(), OnnxJavaType.UINT8);
                OrtSession.Result result = session.run(Map.of(Figure3.INPUT, pixels))) {
            int sum = 0;
            for (Map.Entry<String, OnnxValue> output : result) {
                sum += read((OnnxTensor) output.getValue());
            }
            return sum;
        }
    }

    private static int read(OnnxTensor output) throws OrtException {
        return output.getInfo().type == OnnxJavaType.STRING
                ? ((Object[]) output.getValue()).length
                : output.getByteBuffer().remaining();
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
