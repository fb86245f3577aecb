/** Floor 2: the kinds of one family of the palette, one file each — what turns a picture into what a model takes. */
@NullMarked
package dev.amalgam.kind.prestem;

import org.jspecify.annotations.NullMarked;
