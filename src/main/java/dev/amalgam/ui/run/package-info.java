/** The ways to run a document: live, paused, node by node, played, as it ships. */
@NullMarked
package dev.amalgam.ui.run;

import org.jspecify.annotations.NullMarked;
