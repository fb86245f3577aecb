/** Floor 2: the kinds of one family of the palette, one file each — what brings the signal in. */
@NullMarked
package dev.amalgam.kind.source;

import org.jspecify.annotations.NullMarked;
