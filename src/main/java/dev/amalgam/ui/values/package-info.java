/** Looking closer: the values of outputs, enlarged and side by side, each in the way one wants to see it. */
@NullMarked
package dev.amalgam.ui.values;

import org.jspecify.annotations.NullMarked;
