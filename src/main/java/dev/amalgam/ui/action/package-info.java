/**
 * Floor 7: all that a person can do in the window, by name. Menus, context menus, keys, the command palette and tests come
 * from one registry, so that a command is written once and is reached in every way. Which keys call it stands in {@code
 * keys.properties}, which menu shows it in {@code menus.properties}, its words in {@code window.properties}.
 */
@NullMarked
package dev.amalgam.ui.action;

import org.jspecify.annotations.NullMarked;
