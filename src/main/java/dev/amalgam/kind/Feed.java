package dev.amalgam.kind;

import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.util.List;

/** What fills a graph input while the designer runs; in the exported file whoever calls it does. */
public sealed interface Feed {
    /** The pixels of a picture: uint8[height,width,3], RGB. */
    record ImageFile(FileRef file) implements Feed {}

    /** The pictures in a folder one after another, each as {@link ImageFile}; at rest the first of them. */
    record ImageFolder(FileRef folder) implements Feed {}

    /** The tensor in a NumPy or CSV file. */
    record TensorFile(FileRef file) implements Feed {}

    /** Text, line by line: string[lines]. */
    record Lines(String text) implements Feed {
        /** The lines as a tensor; no text at all is one empty line. */
        public static Tensor tensor(String text) {
            List<String> lines = List.of(text.split("\\R", -1));
            boolean ends = lines.size() > 1 && lines.getLast().isEmpty();
            List<String> whole = ends ? lines.subList(0, lines.size() - 1) : lines;
            return Tensor.strings(new long[] {whole.size()}, whole);
        }
    }

    /** The lines of a text file in UTF-8: string[lines]. */
    record TextFile(FileRef file) implements Feed {}

    /**
     * The sound in a file, from -1 to 1.
     *
     * @param rate samples in a second that it is brought to
     * @param mixed whether its channels become one, float32[samples]; else float32[channels,samples]
     */
    record SoundFile(FileRef file, int rate, boolean mixed) implements Feed {}

    /**
     * Random values, the same for the same seed.
     *
     * @param type float32, from 0 to 1 or around 0 with a standard deviation of 1; or uint8 over the whole range
     * @param normal whether they are Gaussian; else each is as likely as the others
     */
    record Noise(TensorType type, boolean normal, long seed) implements Feed {}

    /** Nobody chose anything yet; the node has its type all the same. */
    record Unset() implements Feed {}

    /** These values. */
    record Constant(Tensor tensor) implements Feed {}
}
