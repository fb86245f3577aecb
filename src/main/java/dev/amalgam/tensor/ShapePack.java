package dev.amalgam.tensor;

/**
 * A name for any number of leading axes, written {@code ...B}.
 *
 * @param scope the owner that keeps equal names of different signatures apart
 * @param name the name without the dots; empty for axes nobody named
 */
public record ShapePack(String scope, String name) {
    @Override
    public String toString() {
        return "..." + name;
    }
}
