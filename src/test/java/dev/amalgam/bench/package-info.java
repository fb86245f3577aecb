/** Measurements, run on purpose: {@code mvn -q -Pbench test-compile exec:exec}. No test depends on a time. */
@NullMarked
package dev.amalgam.bench;

import org.jspecify.annotations.NullMarked;
