/** Floor 2: the kinds of one family of the palette, one file each — what leaves the exported file. */
@NullMarked
package dev.amalgam.kind.result;

import org.jspecify.annotations.NullMarked;
