package dev.amalgam.kind;

import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.tensor.Tensor;

/** What fills a graph input while the designer runs; in the exported file whoever calls it does. */
public sealed interface Feed {
    /** The pixels of a picture: uint8[height,width,3], RGB. */
    record ImageFile(FileRef file) implements Feed {}

    /** The pictures in a folder one after another, each as {@link ImageFile}; at rest the first of them. */
    record ImageFolder(FileRef folder) implements Feed {}

    /** The tensor in a NumPy file. */
    record TensorFile(FileRef file) implements Feed {}

    /** Nobody chose anything yet; the node has its type all the same. */
    record Unset() implements Feed {}

    /** These values. */
    record Constant(Tensor tensor) implements Feed {}
}
