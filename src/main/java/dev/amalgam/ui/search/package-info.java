/** Floor 7: finding something by typing a few letters of it: how well texts fit, and the list that opens where one works. */
@NullMarked
package dev.amalgam.ui.search;

import org.jspecify.annotations.NullMarked;
