/** Floor 2: the kinds of one family of the palette, one file each — what changes the form of a tensor and not its values. */
@NullMarked
package dev.amalgam.kind.tensor;

import org.jspecify.annotations.NullMarked;
