/**
 * Floor 4: the project on disk — the {@code .amalgam} file, saving that cannot tear, and the files that its nodes refer to,
 * opened, checked against their hashes and kept.
 */
@NullMarked
package dev.amalgam.project;

import org.jspecify.annotations.NullMarked;
