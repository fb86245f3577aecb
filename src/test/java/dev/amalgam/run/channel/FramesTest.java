package dev.amalgam.run.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amalgam.run.RunOptions;
import dev.amalgam.run.Step;
import dev.amalgam.run.StepFailure;
import dev.amalgam.run.StepResult;
import dev.amalgam.tensor.ElementType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTest {
    private final ByteArrayOutputStream pipe = new ByteArrayOutputStream();
    private final ByteArrayOutputStream noise = new ByteArrayOutputStream();

    @Test
    void carriesARequest() throws IOException {
        Step step = new Step("bottom", Path.of("/tmp/a model ü.onnx"), Map.of("x", "k1"), Map.of("y:0", "k2"));
        TensorRef feed = new TensorRef(ElementType.FLOAT16, List.of(1L, 2L), 1, 64, 4);
        Frames.write(
                pipe,
                new ToWorker.Run(7, Map.of("k1", feed), List.of(step), Set.of("k2"), Set.of(), RunOptions.DEFAULT));
        assertThat(read(ToWorker.class)).isInstanceOfSatisfying(ToWorker.Run.class, run -> {
            assertThat(run.steps()).containsExactly(step);
            assertThat(run.options()).isEqualTo(RunOptions.DEFAULT);
            assertThat(run.feeds().get("k1")).isEqualTo(feed);
        });
    }

    private static final Map<String, TensorRef> REFS = Map.of(
            "ä:0", new TensorRef(ElementType.STRING, List.of(), 2, 1L << 40, 0),
            "", new TensorRef(ElementType.FLOAT32, List.of(0L, 1L << 33, 5L), 1, 64, 4));

    static List<Object> frames() {
        return List.of(
                new ToWorker.Frame(7, 1, REFS),
                new ToWorker.Frame(-1, 0, Map.of()),
                new ToWorker.Run(
                        7,
                        REFS,
                        List.of(new Step("bottom", Path.of("a model ü.onnx"), Map.of("x", "k1"), Map.of("y:0", "k2"))),
                        Set.of("k2"),
                        Set.of("top"),
                        RunOptions.DEFAULT),
                new FromWorker.Frame(7, REFS, 1.25, "cpu", Optional.of("why"), Optional.empty()),
                new FromWorker.Frame(7, REFS, 1.25, "cuda:0", Optional.empty(), Optional.empty()),
                new FromWorker.Frame(7, Map.of(), 0, "", Optional.empty(), Optional.of(new StepFailure.Refused("no"))));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void carriesFrames(Object frame) throws IOException {
        Frames.write(pipe, frame);
        assertThat(read(side(frame))).isEqualTo(frame);
    }

    @ParameterizedTest
    @MethodSource("frames")
    void aFrameThatIsCutShortIsNoMessage(Object frame) throws IOException {
        Frames.write(pipe, frame);
        byte[] whole = Arrays.copyOfRange(pipe.toByteArray(), 8, pipe.size());
        for (int length = 0; length < whole.length; length++) {
            pipe.reset();
            pipe.writeBytes(
                    ByteBuffer.allocate(8).putInt(Frames.MARK).putInt(length).array());
            pipe.write(whole, 0, length);
            assertThatThrownBy(() -> read(side(frame))).isInstanceOf(IOException.class);
        }
    }

    private static Class<?> side(Object message) {
        return message instanceof ToWorker ? ToWorker.class : FromWorker.class;
    }

    @Test
    void aFrameForTheOtherSideIsNoMessage() throws IOException {
        Frames.write(pipe, new ToWorker.Frame(7, 1, REFS));
        assertThatThrownBy(() -> read(FromWorker.class)).isInstanceOf(IOException.class);
    }

    static List<StepFailure> failures() {
        return List.of(
                new StepFailure.Refused("no"),
                new StepFailure.Crashed("SIGSEGV", "detail"),
                new StepFailure.TimedOut(Duration.ofMillis(1500)),
                new StepFailure.OutOfMemory(5),
                new StepFailure.Cancelled(),
                new StepFailure.MissingInput("x", "float32[]"),
                new StepFailure.WrongInput("x", OptionalInt.of(2), "float32[1]", "float32[2]"),
                new StepFailure.WrongInput("x", OptionalInt.empty(), "float32[1]", "int8[1]"),
                new StepFailure.Skipped("stem"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void carriesEveryFailure(StepFailure failure) throws IOException {
        FromWorker sent = new FromWorker.Finished(1, new StepResult("s", 1.5, 0, false, Optional.of(failure)));
        Frames.write(pipe, sent);
        assertThat(read(FromWorker.class)).isEqualTo(sent);
    }

    @Test
    void handsOutWhatStandsBetweenMessages() throws IOException {
        pipe.writeBytes("# A fatal error".getBytes(StandardCharsets.UTF_8));
        Frames.write(pipe, new ToWorker.Stop(3));
        assertThat(read(ToWorker.class)).isEqualTo(new ToWorker.Stop(3));
        assertThat(noise.toString(StandardCharsets.UTF_8)).isEqualTo("# A fatal error");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 9})
    void handsOutAllNoiseBeforeTheEnd(int length) {
        pipe.writeBytes("123456789".substring(0, length).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> read(ToWorker.class)).isInstanceOf(EOFException.class);
        assertThat(noise.toString(StandardCharsets.UTF_8)).isEqualTo("123456789".substring(0, length));
    }

    @Test
    void givesUpOnEndlessNoise() {
        pipe.writeBytes(new byte[Frames.MAX_NOISE + 100]);
        assertThatThrownBy(() -> read(ToWorker.class)).hasMessageContaining("no message");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, Frames.MAX_BYTES + 1, Integer.MAX_VALUE})
    void refusesAMessageOverTheLimitBeforeReadingIt(int length) throws IOException {
        Frames.write(pipe, new ToWorker.Stop(3));
        byte[] frame = pipe.toByteArray();
        ByteBuffer.wrap(frame).putInt(4, length);
        assertThatThrownBy(() -> Frames.read(new ByteArrayInputStream(frame), ToWorker.class, ignored -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("over the limit");
    }

    @Test
    void refusesToSendAMessageOverTheLimit() {
        ToWorker large = new ToWorker.Inspect(1, "x".repeat(Frames.MAX_BYTES));
        assertThatThrownBy(() -> Frames.write(pipe, large)).isInstanceOf(IOException.class);
        assertThat(pipe.size()).isZero();
    }

    @Test
    void reportsATornMessage() throws IOException {
        Frames.write(pipe, new ToWorker.Stop(3));
        byte[] torn = Arrays.copyOf(pipe.toByteArray(), pipe.size() - 1);
        assertThatThrownBy(() -> Frames.read(new ByteArrayInputStream(torn), ToWorker.class, ignored -> {}))
                .isInstanceOf(EOFException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "null", "[]", "{\"is\":\"Nobody\"}", "{\"is\":\"Stop\",\"id\":\"x\"}", "{\"id\":1}"})
    void refusesWhatIsNoMessage(String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        byte[] frame = ByteBuffer.allocate(8 + body.length)
                .putInt(Frames.MARK)
                .putInt(body.length)
                .put(body)
                .array();
        assertThatThrownBy(() -> Frames.read(new ByteArrayInputStream(frame), ToWorker.class, ignored -> {}))
                .isInstanceOf(IOException.class);
    }

    private <T> T read(Class<T> type) throws IOException {
        return Frames.read(new ByteArrayInputStream(pipe.toByteArray()), type, noise::writeBytes);
    }
}
