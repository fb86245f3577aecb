/**
 * Floor 6: two runs beside each other — two variants of an amalgamation on the same input, or what runs now and a reference that
 * was pinned — and how far their values are apart.
 */
@NullMarked
package dev.amalgam.desk.compare;

import org.jspecify.annotations.NullMarked;
