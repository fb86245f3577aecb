/**
 * Floor 4: running models. The client of the worker process lives here; native code is only ever loaded by {@code
 * run.worker}, in a process of its own, which this package starts, watches, limits and restarts.
 */
@NullMarked
package dev.amalgam.run;

import org.jspecify.annotations.NullMarked;
