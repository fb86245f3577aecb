/** The way in: the class that starts the program, and nothing else; every other class lives on a floor below. */
@NullMarked
package dev.amalgam;

import org.jspecify.annotations.NullMarked;
