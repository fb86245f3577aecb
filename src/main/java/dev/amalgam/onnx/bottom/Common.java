package dev.amalgam.onnx.bottom;

/** What a search for a common bottom came to. */
public sealed interface Common permits CommonBottom, NothingCommon {}
