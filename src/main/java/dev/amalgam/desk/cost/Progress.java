package dev.amalgam.desk.cost;

/** Hears how far something is that takes a while. On the thread that does it. */
@FunctionalInterface
public interface Progress {
    /** Hears nothing. */
    Progress NONE = _ -> {};

    /** Hears which share of the whole is done, 0 to 1. */
    void at(double share);
}
