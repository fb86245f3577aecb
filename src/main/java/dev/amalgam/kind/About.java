package dev.amalgam.kind;

/**
 * What people read about a kind.
 *
 * @param title the name on the palette, such as {@code Softmax}
 * @param family the group on the palette
 * @param summary two to four words beside the title, such as {@code logits → soft}
 * @param help one sentence that says what it is for
 */
public record About(String title, Family family, String summary, String help) {}
