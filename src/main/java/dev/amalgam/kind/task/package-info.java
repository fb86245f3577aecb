/** Floor 2: the kinds of one family of the palette, one file each — what comes to a decision, a caption or a mask. */
@NullMarked
package dev.amalgam.kind.task;

import org.jspecify.annotations.NullMarked;
