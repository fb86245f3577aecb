/**
 * Floor 7: the commands of {@code amalgam}. They ask the desk, print, and choose the exit code; what they print as JSON is a
 * contract for scripts.
 */
@NullMarked
package dev.amalgam.cli;

import org.jspecify.annotations.NullMarked;
