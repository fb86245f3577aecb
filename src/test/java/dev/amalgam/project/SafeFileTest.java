package dev.amalgam.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SafeFileTest {
    private static final byte[] NEW = "the new one".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void writesANewFileAndReplacesAnOldOne() throws IOException {
        Path file = folder.resolve("a.amalgam");
        SafeFile.write(file, "first".getBytes(StandardCharsets.UTF_8));
        SafeFile.write(file, NEW);
        assertThat(file).hasBinaryContent(NEW);
        assertThat(names()).containsExactly("a.amalgam");
    }

    @Test
    void keepsPermissionsAndLinks() throws IOException {
        Path file = Files.writeString(folder.resolve("a.amalgam"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(folder.resolve("link.amalgam"), file);
        SafeFile.write(link, NEW);
        assertThat(link).isSymbolicLink();
        assertThat(file).hasBinaryContent(NEW);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    private enum Step {
        CREATE,
        REPLACE
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void leavesTheOldFileAndNothingElseWhereAStepFails(Step step) throws IOException {
        Path file = Files.writeString(folder.resolve("a.amalgam"), "the old one");
        var failed = catchThrowableOfType(
                ProjectException.class, () -> SafeFile.write(file, NEW, new Failing(step, "Input/output error", 1000)));
        assertThat(failed.code()).isEqualTo("unwritable");
        assertThat(failed).hasMessageContaining("Input/output error").hasMessageContaining("unchanged");
        assertThat(file).hasContent("the old one");
        assertThat(names()).containsExactly("a.amalgam");
    }

    @Test
    void saysHowMuchRoomIsNeededWhereTheDiskIsFull() throws IOException {
        Path file = Files.writeString(folder.resolve("a.amalgam"), "the old one");
        byte[] large = new byte[12_345];
        for (Disk full : List.of(
                new Failing(Step.CREATE, "No space left on device", 1 << 20),
                new Failing(Step.CREATE, "write failed", 100))) {
            var failed = catchThrowableOfType(ProjectException.class, () -> SafeFile.write(file, large, full));
            assertThat(failed.code()).isEqualTo("disk-full");
            assertThat(failed).hasMessageContaining("a.amalgam: it needs 12.3 kB");
            assertThat(failed.remedy()).isEqualTo("Make room, or save on another disk");
            assertThat(file).hasContent("the old one");
            assertThat(names()).containsExactly("a.amalgam");
        }
    }

    @Test
    void refusesAFolderAndWhatIsInNone() throws IOException {
        assertThat(catchThrowableOfType(ProjectException.class, () -> SafeFile.write(folder, NEW))
                        .code())
                .isEqualTo("unwritable");
        assertThat(catchThrowableOfType(
                                ProjectException.class, () -> SafeFile.write(folder.resolve("none/a.amalgam"), NEW))
                        .code())
                .isEqualTo("missing-folder");
        assertThat(names()).isEmpty();
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(SmallFile::name).sorted().toList();
        }
    }

    /** A disk that writes half of a file, or all of it but cannot put it in its place. */
    private record Failing(Step step, String message, long free) implements Disk {
        @Override
        public void create(Path file, byte[] bytes) throws IOException {
            boolean half = step == Step.CREATE;
            REAL.create(file, half ? Arrays.copyOf(bytes, bytes.length / 2) : bytes);
            if (half) {
                throw new IOException(message);
            }
        }

        @Override
        public void replace(Path from, Path to) throws IOException {
            throw new IOException(message);
        }

        @Override
        public void forceFolder(Path folder) throws IOException {
            REAL.forceFolder(folder);
        }

        @Override
        public long free(Path folder) {
            return free;
        }
    }
}
