package dev.amalgam.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was made of files, as long as they stay the same. Safe for use by several threads; loading holds nobody up. */
final class FileCache {
    private static final int MOST = 256;

    private final Map<Key, Made> entries = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Made> eldest) {
            return size() > MOST;
        }
    };

    private record Key(Path file, Class<?> made) {}

    private record Made(Stamp stamp, Object value) {}

    /** What changes when a file does. */
    private record Stamp(
            long size, FileTime changed, @Nullable Object key) {
        static Stamp of(Path file) throws ProjectException {
            try {
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                return new Stamp(now.size(), now.lastModifiedTime(), now.fileKey());
            } catch (IOException e) {
                throw SmallFile.unreadable(file, e);
            }
        }
    }

    /** How something is made of a file. */
    @FunctionalInterface
    interface Loader<T> {
        T load(Path file) throws IOException;
    }

    /** What was made of the file before, where it is still the same file; else it is made now. */
    <T> T get(Path file, Class<T> made, Loader<T> loader) throws IOException {
        Key key = new Key(file, made);
        Stamp stamp = Stamp.of(file);
        Made known = known(key);
        if (known == null || !known.stamp().equals(stamp)) {
            known = keep(key, new Made(stamp, loader.load(file)));
        }
        return made.cast(known.value());
    }

    private synchronized @Nullable Made known(Key key) {
        return entries.get(key);
    }

    /** Where two threads made the same at once, both get what came first. */
    private synchronized Made keep(Key key, Made fresh) {
        Made other = entries.get(key);
        if (other != null && other.stamp().equals(fresh.stamp())) {
            return other;
        }
        entries.put(key, fresh);
        return fresh;
    }
}
