/**
 * The child process: the only place that loads ONNX Runtime, through the engine of DJL. It is started by class name;
 * nobody imports it.
 */
@NullMarked
package dev.amalgam.run.worker;

import org.jspecify.annotations.NullMarked;
