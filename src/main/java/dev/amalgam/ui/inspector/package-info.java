/** The inspector: everything about the selected node, generated from its kind's schema and its typed ports. */
@NullMarked
package dev.amalgam.ui.inspector;

import org.jspecify.annotations.NullMarked;
