/** Tells of a model what it is, what it takes to run, and what stands against using it. */
@NullMarked
package dev.amalgam.desk.explain;

import org.jspecify.annotations.NullMarked;
