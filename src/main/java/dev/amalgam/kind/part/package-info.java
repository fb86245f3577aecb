/**
 * Floor 2: what several built-in kinds share — settings for labels and weights, and fragments of lowerings such as text out
 * of numbers. Nothing here is a kind.
 */
@NullMarked
package dev.amalgam.kind.part;

import org.jspecify.annotations.NullMarked;
