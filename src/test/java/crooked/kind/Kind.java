package crooked.kind;

/** What a kind is. */
public interface Kind {}
