/** The amalgamation in words: a tree of nodes, ports and wires that can be read out and edited by keyboard. */
@NullMarked
package dev.amalgam.ui.outline;

import org.jspecify.annotations.NullMarked;
