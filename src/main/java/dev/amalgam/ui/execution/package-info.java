/** How models are run, as a person chooses it: the device, the threads, the optimisation, and what the runtime may use. */
@NullMarked
package dev.amalgam.ui.execution;

import org.jspecify.annotations.NullMarked;
