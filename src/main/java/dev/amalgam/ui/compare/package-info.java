/** Two runs beside each other: two variants of a document, or what runs now and a reference that was pinned. */
@NullMarked
package dev.amalgam.ui.compare;

import org.jspecify.annotations.NullMarked;
