/**
 * Floor 6: the application without a screen — open documents and their history, the live session that keeps their results
 * true, problems, and what results say. Whatever the window does can be done and tested here.
 */
@NullMarked
package dev.amalgam.desk;

import org.jspecify.annotations.NullMarked;
