/**
 * Floor 4: what fills the inputs of an amalgamation, made tensors. The files are strangers': sizes are checked before anything
 * is unpacked, and what cannot be read is refused with a reason.
 */
@NullMarked
package dev.amalgam.run.feed;

import org.jspecify.annotations.NullMarked;
