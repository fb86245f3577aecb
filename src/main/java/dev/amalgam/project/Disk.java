package dev.amalgam.project;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** The steps of a safe save that a disk can fail at; tests let each of them fail. */
interface Disk {
    /** Creates a new file with these bytes and waits until they are on the disk. */
    void create(Path file, byte[] bytes) throws IOException;

    /** Puts a file in another's place: whoever looks sees the one or the other and nothing between. */
    void replace(Path from, Path to) throws IOException;

    /** Waits until the names in a folder are on the disk. */
    void forceFolder(Path folder) throws IOException;

    /** The bytes that are free where {@code folder} is. */
    long free(Path folder) throws IOException;

    /** The one we stand on. */
    Disk REAL = new Disk() {
        @Override
        public void create(Path file, byte[] bytes) throws IOException {
            try (FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
        }

        @Override
        public void replace(Path from, Path to) throws IOException {
            keepPermissions(from, to);
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }

        private void keepPermissions(Path from, Path to) throws IOException {
            PosixFileAttributeView old = Files.getFileAttributeView(to, PosixFileAttributeView.class);
            if (old != null && Files.exists(to)) {
                Files.setPosixFilePermissions(from, old.readAttributes().permissions());
            }
        }

        @Override
        public void forceFolder(Path folder) throws IOException {
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                    channel.force(true);
                }
            } // Windows opens no folders and keeps names in its own journal.
        }

        @Override
        public long free(Path folder) throws IOException {
            return Files.getFileStore(folder).getUsableSpace();
        }
    };
}
