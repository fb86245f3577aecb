/** Floor 2: the kinds of one family of the palette, one file each — what joins representations of several tasks. */
@NullMarked
package dev.amalgam.kind.combine;

import org.jspecify.annotations.NullMarked;
