/**
 * Floor 1: ONNX models as values: read, inspect, cut, splice, build, write. Only this package sees protobuf, and nothing
 * here loads a native library. No protobuf type stands in a public signature.
 */
@NullMarked
package dev.amalgam.onnx;

import org.jspecify.annotations.NullMarked;
