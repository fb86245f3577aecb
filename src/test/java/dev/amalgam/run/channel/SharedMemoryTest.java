package dev.amalgam.run.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedMemoryTest {
    private static final long MB = 1 << 20;

    @TempDir
    private Path folder;

    private SharedWriter writer;
    private SharedReader reader;

    @BeforeEach
    void open() {
        writer = new SharedWriter(folder, "test", 100 * MB);
        reader = new SharedReader(folder, "test");
    }

    @AfterEach
    void close() {
        writer.close();
        reader.close();
    }

    @Test
    void carriesTensorsOfOneRequestSideBySide() throws IOException {
        List<Tensor> sent = List.of(
                Tensor.floats(new long[] {3}, 1, Float.NaN, -0f),
                Tensor.strings(new long[] {2, 2}, List.of("", "Katze", "😀", "a\0b")),
                Tensor.bytes(new long[] {0, 5}),
                Tensor.strings(new long[] {0}, List.of()),
                Tensor.scalar(7L));
        List<TensorRef> refs = new java.util.ArrayList<>();
        for (Tensor tensor : sent) {
            refs.add(writer.put(tensor));
        }
        for (int i = 0; i < sent.size(); i++) {
            assertThat(reader.copy(refs.get(i))).isEqualTo(sent.get(i));
        }
    }

    @Test
    void carriesWhatSomebodyElseWroteIntoReservedRoom() throws IOException {
        Map<String, TensorRef> like = Map.of(
                "a",
                writer.put(Tensor.scalar(1L)),
                "b",
                writer.put(Tensor.floats(new long[] {5 << 20}, new float[5 << 20])));
        writer.clear();
        Map<String, TensorRef> places = writer.reserve(like);
        assertThat(places.get("a").file()).isEqualTo(places.get("b").file());
        TensorRef after = writer.put(Tensor.scalar(3f));
        assertThat(writer.view(places.get("a")).bytes().isDirect()).isTrue();
        assertThat(reader.copy(places.get("a")).type())
                .isEqualTo(Tensor.scalar(1L).type());
        assertThat(reader.copy(places.get("b")).elements()).isEqualTo(5 << 20);
        assertThat(reader.copy(after)).isEqualTo(Tensor.scalar(3f));
    }

    @Test
    void reservesExactlyAsMuchAsMayBePut() throws IOException {
        try (SharedWriter narrow = new SharedWriter(folder, "narrow", 8)) {
            Map<String, TensorRef> like = Map.of("a", narrow.put(Tensor.scalar(1L)));
            narrow.clear();
            narrow.reserve(like);
            assertThatThrownBy(() -> narrow.reserve(like)).isInstanceOf(NoRoomException.class);
        }
    }

    @Test
    void growsByAFurtherFileAndKeepsTheFirstReadable() throws IOException {
        TensorRef small = writer.put(Tensor.scalar(1f));
        assertThat(reader.copy(small)).isEqualTo(Tensor.scalar(1f));
        TensorRef large = writer.put(bytes(20 * MB));
        assertThat(large.file()).isNotEqualTo(small.file());
        assertThat(reader.copy(large)).isEqualTo(bytes(20 * MB));
        assertThat(reader.copy(small)).isEqualTo(Tensor.scalar(1f));
    }

    @Test
    void usesTheNewestFileAgain() throws IOException {
        reader.copy(writer.put(bytes(20 * MB)));
        writer.clear();
        reader.clear();
        TensorRef next = writer.put(Tensor.scalar(2f));
        assertThat(next.offset()).isZero();
        assertThat(reader.copy(next)).isEqualTo(Tensor.scalar(2f));
    }

    @Test
    void leavesNoFileOnceItIsRead() throws IOException {
        TensorRef ref = writer.put(Tensor.scalar(1f));
        assertThat(files()).isEqualTo(1);
        reader.copy(ref);
        assertThat(files()).isZero();
    }

    @Test
    void holdsTheLimit() throws IOException {
        writer.put(bytes(60 * MB));
        assertThatThrownBy(() -> writer.put(bytes(60 * MB)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("at most 104857600");
    }

    @Test
    void refusesToReadOutside() throws IOException {
        TensorRef good = writer.put(Tensor.floats(new long[] {2}, 1, 2));
        for (TensorRef bad : List.of(
                at(good, -1, 8),
                at(good, 0, -8),
                at(good, Long.MAX_VALUE, 8),
                at(good, 4 * MB - 4, 8),
                at(good, 0, 1L << 60))) {
            assertThatThrownBy(() -> reader.view(bad)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void refusesASizeThatIsNotThatOfTheType() throws IOException {
        TensorRef good = writer.put(Tensor.floats(new long[] {2}, 1, 2));
        assertThatThrownBy(() -> reader.view(at(good, 0, 4))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> reader.view(dims(good, 1L << 62, 4L))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> reader.view(dims(good, -2L, -1L))).isInstanceOf(IOException.class);
    }

    @Test
    void refusesStringsWhoseLengthsLie() throws IOException {
        TensorRef lie = writer.put(Tensor.floats(new long[] {1}, Float.intBitsToFloat(1000)));
        TensorRef text = new TensorRef(ElementType.STRING, List.of(1L), lie.file(), lie.offset(), 4);
        assertThatThrownBy(() -> reader.view(text)).isInstanceOf(IOException.class);
        TensorRef minus = writer.put(Tensor.floats(new long[] {1}, Float.intBitsToFloat(-4)));
        TensorRef endless = new TensorRef(ElementType.STRING, List.of(1L), minus.file(), minus.offset(), 4);
        assertThatThrownBy(() -> reader.view(endless)).isInstanceOf(IOException.class);
    }

    @Test
    void refusesAFileThatDoesNotExist() {
        TensorRef nowhere = new TensorRef(ElementType.UINT8, List.of(1L), 9, 0, 1);
        assertThatThrownBy(() -> reader.view(nowhere)).isInstanceOf(IOException.class);
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private static Tensor bytes(long size) {
        byte[] values = new byte[(int) size];
        values[values.length - 1] = 42;
        return Tensor.bytes(new long[] {size}, values);
    }

    private static TensorRef at(TensorRef ref, long offset, long length) {
        return new TensorRef(ref.element(), ref.dims(), ref.file(), offset, length);
    }

    private static TensorRef dims(TensorRef ref, Long... dims) {
        return new TensorRef(ref.element(), List.of(dims), ref.file(), ref.offset(), ref.length());
    }
}
