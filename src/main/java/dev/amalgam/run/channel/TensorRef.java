package dev.amalgam.run.channel;

import dev.amalgam.tensor.ElementType;
import java.util.List;

/**
 * Where a tensor lies in shared memory.
 *
 * @param element its element type
 * @param dims the sizes of its axes
 * @param file the number of the file
 * @param offset the first byte
 * @param length the number of bytes
 */
public record TensorRef(ElementType element, List<Long> dims, int file, long offset, long length) {
    public TensorRef {
        dims = List.copyOf(dims);
    }

    long[] sizes() {
        return dims.stream().mapToLong(Long::longValue).toArray();
    }
}
