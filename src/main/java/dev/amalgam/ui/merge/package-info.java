/** One bottom for selected models that share theirs: what was found, what it saves, and making it. */
@NullMarked
package dev.amalgam.ui.merge;

import org.jspecify.annotations.NullMarked;
