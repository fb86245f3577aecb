/**
 * Floor 6: what flows into an open amalgamation that is no part of it: where a reel of pictures stands, how a picture is
 * disturbed, what was taken from the screen.
 */
@NullMarked
package dev.amalgam.desk.input;

import org.jspecify.annotations.NullMarked;
