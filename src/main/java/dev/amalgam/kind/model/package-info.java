/** Floor 2: the kinds of one family of the palette, one file each — models from files. */
@NullMarked
package dev.amalgam.kind.model;

import org.jspecify.annotations.NullMarked;
