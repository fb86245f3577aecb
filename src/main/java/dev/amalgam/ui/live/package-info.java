/** The live panel: what goes in, what the tasks say, and where the time goes. */
@NullMarked
package dev.amalgam.ui.live;

import org.jspecify.annotations.NullMarked;
