package dev.amalgam.onnx.bottom;

/**
 * Models have nothing in common from their inputs on.
 *
 * @param why a sentence for people
 * @param remedy what they can do
 */
public record NothingCommon(String why, String remedy) implements Common {}
