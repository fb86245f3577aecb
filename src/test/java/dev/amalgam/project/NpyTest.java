package dev.amalgam.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against files that NumPy 2.4 wrote. */
class NpyTest {
    @TempDir
    Path folder;

    private static Path sample(String name) {
        return Path.of("src/test/resources/project/npy", name + ".npy");
    }

    private static Map<String, Tensor> written() {
        byte[] counted = new byte[24];
        for (int i = 0; i < counted.length; i++) {
            counted[i] = (byte) i;
        }
        ByteBuffer doubles = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        doubles.putDouble(0.1).putDouble(2).flip();
        return Map.of(
                "f4", Tensor.floats(new long[] {2, 3}, 1.5f, -2, 3, 4, 5, 1e-30f),
                "f8", Tensor.of(ElementType.FLOAT64, new long[] {2}, doubles),
                "i8-scalar", Tensor.scalar(-7L),
                "u1", Tensor.bytes(new long[] {2, 3, 4}, counted),
                "bool", Tensor.of(ElementType.BOOL, new long[] {3}, ByteBuffer.wrap(new byte[] {1, 0, 1})),
                "text", Tensor.strings(new long[] {2, 2}, List.of("cat", "Ünlü 😀", "", "x")),
                "empty", Tensor.floats(new long[] {0, 5}));
    }

    @Test
    void readsWhatNumPyWrites() throws IOException {
        for (var each : written().entrySet()) {
            assertThat(Npy.read(sample(each.getKey()))).as(each.getKey()).isEqualTo(each.getValue());
        }
    }

    @Test
    void writesTheBytesThatNumPyWrites() throws IOException {
        for (var each : written().entrySet()) {
            Path file = folder.resolve("mine.npy");
            Npy.write(file, each.getValue());
            assertThat(file).as(each.getKey()).hasSameBinaryContentAs(sample(each.getKey()));
        }
    }

    @Test
    void readsAllVersionsOfTheFormat() throws IOException {
        ByteBuffer values = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        values.putInt(1).putInt(2).putInt(3).flip();
        Tensor tensor = Tensor.of(ElementType.INT32, new long[] {3}, values);
        assertThat(Npy.read(sample("version-2"))).isEqualTo(tensor);
        assertThat(Npy.read(sample("version-3"))).isEqualTo(tensor);
    }

    @ParameterizedTest
    @CsvSource({
        "fortran, stored column by column",
        "big-endian, high byte first",
        "objects, which can run code",
        "record, not one of an array"
    })
    void refusesWhatATensorCannotHold(String name, String says) {
        var refused = catchThrowableOfType(ProjectException.class, () -> Npy.read(sample(name)));
        assertThat(refused.code()).isEqualTo("bad-file");
        assertThat(refused).hasMessageContaining(name + ".npy").hasMessageContaining(says);
        assertThat(refused.remedy()).contains("numpy.save");
    }

    private String refusal(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("bad.npy"), bytes);
        var refused = catchThrowableOfType(ProjectException.class, () -> Npy.read(file));
        assertThat(refused.code()).isEqualTo("bad-file");
        return refused.getMessage();
    }

    @Test
    void refusesEveryTruncatedFile() throws IOException {
        byte[] whole = Files.readAllBytes(sample("f4"));
        for (int length = 0; length < whole.length; length++) {
            assertThat(refusal(Arrays.copyOf(whole, length))).isNotBlank();
        }
        assertThat(refusal(Arrays.copyOf(whole, whole.length + 1))).contains("promises 24 bytes", "there are 25");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        (9223372036854775807, 8) | more values than a file can hold
        (99999999999999999999, ) | the size 99999999999999999999
        (1000000000000, )        | promises 4000000000000 bytes
        (-1, )                   | not one of an array
        (1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1) | 33 axes
        """)
    void refusesSizesThatNobodyHas(String shape, String says) throws IOException {
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + "}";
        byte[] text = header.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer file = ByteBuffer.allocate(10 + text.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(Npy.MAGIC).putShort((short) 1).putShort((short) text.length).put(text);
        assertThat(refusal(file.array())).contains(says);
    }

    @Test
    void refusesABooleanThatIsNeither() throws IOException {
        byte[] bytes = Files.readAllBytes(sample("bool"));
        bytes[bytes.length - 1] = 2;
        assertThat(refusal(bytes)).contains("value 3 is neither true nor false");
    }

    @Test
    void saysThatNumPyHasNoSuchType() {
        Tensor tensor = Tensor.of(ElementType.BFLOAT16, new long[] {1}, ByteBuffer.allocate(2));
        var refused = catchThrowableOfType(ProjectException.class, () -> Npy.write(folder.resolve("mine.npy"), tensor));
        assertThat(refused).hasMessage("bfloat16[1] cannot be written: NumPy has no bfloat16");
        assertThat(folder.resolve("mine.npy")).doesNotExist();
    }
}
