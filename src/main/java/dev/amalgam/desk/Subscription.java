package dev.amalgam.desk;

/** Ends a listener's interest. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
