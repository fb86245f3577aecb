package dev.amalgam.graph;

/** The colours that a person can give to cards and notes, for telling them apart; the theme says how each looks. */
public enum Tint {
    RED,
    ORANGE,
    YELLOW,
    GREEN,
    TEAL,
    BLUE,
    PURPLE,
    GREY
}
