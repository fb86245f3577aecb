package dev.amalgam.ui.canvas;

/**
 * How much of something a node takes, shown over its card.
 *
 * @param share of the whole, 0 to 1
 * @param words the amount, such as {@code 8.5 ms, 78 %}
 */
public record Warmth(double share, String words) {}
