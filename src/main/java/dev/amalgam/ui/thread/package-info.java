/** The one door to the thread that JavaFX draws with. */
@NullMarked
package dev.amalgam.ui.thread;

import org.jspecify.annotations.NullMarked;
