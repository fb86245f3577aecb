/** Floor 7: pictures of what the window draws, as files for other programs. */
@NullMarked
package dev.amalgam.ui.picture;

import org.jspecify.annotations.NullMarked;
