/** Questions to the person. Behind an interface, so that tests can answer where no dialog can be shown. */
@NullMarked
package dev.amalgam.ui.dialogs;

import org.jspecify.annotations.NullMarked;
