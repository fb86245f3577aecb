/**
 * Floor 0: element types, symbolic shapes and their unification, and representations. Pure values; nothing here knows
 * graphs, files or runtimes, and only {@code java.base} is imported.
 */
@NullMarked
package dev.amalgam.tensor;

import org.jspecify.annotations.NullMarked;
