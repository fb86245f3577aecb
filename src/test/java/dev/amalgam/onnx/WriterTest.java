package dev.amalgam.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterTest {
    @TempDir
    Path folder;

    private final OnnxModel model;

    WriterTest() throws OnnxException {
        model = ModelMaker.opset(13)
                .input("x", "float32[N]")
                .node("Relu", "x -> y")
                .make();
    }

    @Test
    void replacesAFileAndLeavesNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("model.onnx"), "old");
        model.write(file);
        assertThat(OnnxModel.read(file).sha256()).isEqualTo(model.sha256());
        assertThat(names()).containsExactly("model.onnx");
    }

    @Test
    void leavesTheOldFileWhereTheNewOneCannotBeWritten() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("taken/inside")).getParent();
        assertThatIOException().isThrownBy(() -> model.write(taken));
        assertThat(taken.resolve("inside")).exists();
        assertThat(names()).containsExactly("taken");
        assertThatIOException().isThrownBy(() -> model.write(folder.resolve("no such folder/model.onnx")));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
