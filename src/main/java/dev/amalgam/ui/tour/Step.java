package dev.amalgam.ui.tour;

import javafx.scene.layout.Region;

/**
 * One thing that the tour shows.
 *
 * @param name of its texts: {@code tour.NAME} is its title, {@code tour.NAME.text} what is said of it
 * @param at the part of the window that it is about
 */
public record Step(String name, Region at) {}
