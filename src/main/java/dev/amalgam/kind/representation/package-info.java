/** Floor 2: the kinds of one family of the palette, one file each — what turns one representation into the next. */
@NullMarked
package dev.amalgam.kind.representation;

import org.jspecify.annotations.NullMarked;
