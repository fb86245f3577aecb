/**
 * Floor 2: what a node kind is — settings, signature, lowering, and how it likes to be seen — and the catalogue. Each
 * built-in kind is one file in a family's package below this one.
 */
@NullMarked
package dev.amalgam.kind;

import org.jspecify.annotations.NullMarked;
