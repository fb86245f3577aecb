package dev.amalgam.run.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {
    @TempDir
    private Path place;

    @Test
    void isForThisUserAlone() throws IOException {
        try (Scratch scratch = Scratch.create()) {
            if (scratch.path().getFileSystem().supportedFileAttributeViews().contains("posix")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(scratch.path())))
                        .isEqualTo("rwx------");
            }
        }
    }

    @Test
    void goesWithAllThatIsInIt() throws IOException {
        Path path;
        try (Scratch scratch = Scratch.create()) {
            path = scratch.path();
            Files.createDirectories(path.resolve("unpacked/more"));
            Files.writeString(path.resolve("unpacked/more/file"), "x");
        }
        assertThat(path).doesNotExist();
    }

    @Test
    void sweepsWhatNobodyHolds() throws IOException {
        Path abandoned = Files.createDirectory(place.resolve("amalgam-worker-0-1"));
        Files.createFile(abandoned.resolve("lock"));
        Files.createFile(abandoned.resolve("values-1"));
        Path foreign = Files.createDirectory(place.resolve("something-else"));
        Path unlocked = Files.createDirectory(place.resolve("amalgam-worker-0-2"));
        Path own = Files.createDirectory(
                place.resolve("amalgam-worker-" + ProcessHandle.current().pid() + "-3"));
        Scratch.sweep(place, Instant.now().plusSeconds(60));
        assertThat(abandoned).doesNotExist();
        assertThat(foreign).exists();
        assertThat(unlocked).doesNotExist();
        assertThat(own).exists();
    }

    @Test
    void doesNotSweepWhatIsNew() throws IOException {
        Path fresh = Files.createDirectory(place.resolve("amalgam-worker-0-1"));
        Files.createFile(fresh.resolve("lock"));
        Scratch.sweep(place, Instant.now().minusSeconds(60));
        assertThat(fresh).exists();
    }
}
