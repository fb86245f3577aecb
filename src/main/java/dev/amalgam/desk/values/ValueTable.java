package dev.amalgam.desk.values;

import dev.amalgam.project.TensorText;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A tensor as a table: the last axis across, the one before it down, and one place chosen on each of the others. Nothing is
 * copied until a part is asked for, so that it costs the same for any size.
 */
public final class ValueTable {
    private final Tensor tensor;
    private final long[] dims;
    private final int[] chosen;

    /**
     * A table of a tensor.
     *
     * @param chosen the places on the {@link #others other axes}; those missing or too high are taken for the first
     */
    public ValueTable(Tensor tensor, List<Integer> chosen) {
        this.tensor = tensor;
        this.dims = tensor.dims();
        this.chosen = new int[Math.max(0, dims.length - 2)];
        for (int i = 0; i < this.chosen.length; i++) {
            boolean there = i < chosen.size() && chosen.get(i) >= 0 && chosen.get(i) < dims[i];
            this.chosen[i] = there ? chosen.get(i) : 0;
        }
    }

    /** The sizes of the axes that are neither across nor down, outermost first. */
    public List<Integer> others() {
        return Arrays.stream(dims)
                .limit(chosen.length)
                .mapToObj(Math::toIntExact)
                .toList();
    }

    public int rows() {
        if (tensor.elements() == 0) {
            return 0;
        }
        return dims.length < 2 ? 1 : Math.toIntExact(dims[dims.length - 2]);
    }

    public int columns() {
        if (tensor.elements() == 0) {
            return 0;
        }
        return dims.length == 0 ? 1 : Math.toIntExact(dims[dims.length - 1]);
    }

    /** The value in a cell, exactly. */
    public String text(int row, int column) {
        return TensorText.at(tensor, index(row, column));
    }

    private long index(int row, int column) {
        long index = 0;
        for (int i = 0; i < chosen.length; i++) {
            index = index * dims[i] + chosen[i];
        }
        return (index * rows() + row) * columns() + column;
    }

    /** Cells of the table, all borders included. */
    public record Part(int top, int left, int bottom, int right) {
        /** The part with these two cells in its corners. */
        public static Part between(int rowA, int columnA, int rowB, int columnB) {
            return new Part(
                    Math.min(rowA, rowB), Math.min(columnA, columnB), Math.max(rowA, rowB), Math.max(columnA, columnB));
        }

        public int height() {
            return bottom - top + 1;
        }

        public int width() {
            return right - left + 1;
        }

        public boolean holds(int row, int column) {
            return row >= top && row <= bottom && column >= left && column <= right;
        }
    }

    /** A part of the table as a tensor [rows,columns]. @throws IllegalArgumentException where elements share bytes */
    public Tensor copy(Part part) {
        long[] sizes = {part.height(), part.width()};
        if (tensor.element() == ElementType.STRING) {
            return Tensor.strings(sizes, strings(part));
        }
        if (tensor.element().bits() % 8 != 0) {
            throw new IllegalArgumentException("elements of " + tensor.element() + " cannot be taken out one by one");
        }
        int each = tensor.element().bits() / 8;
        ByteBuffer from = tensor.bytes();
        ByteBuffer to = ByteBuffer.allocate(Math.multiplyExact(Math.multiplyExact(part.height(), part.width()), each));
        for (int row = part.top(); row <= part.bottom(); row++) {
            to.put(from.slice(Math.toIntExact(index(row, part.left()) * each), part.width() * each));
        }
        return Tensor.of(tensor.element(), sizes, to.flip());
    }

    private List<String> strings(Part part) {
        List<String> strings = new ArrayList<>();
        for (int row = part.top(); row <= part.bottom(); row++) {
            int from = Math.toIntExact(index(row, part.left()));
            strings.addAll(tensor.strings().subList(from, from + part.width()));
        }
        return strings;
    }
}
