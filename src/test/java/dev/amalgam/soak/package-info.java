/** The real window for an hour: memory, lost runs, untrue results. Run on purpose, in a profile of its own. */
@NullMarked
package dev.amalgam.soak;

import org.jspecify.annotations.NullMarked;
