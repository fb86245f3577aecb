package dev.amalgam.graph;

/**
 * A state that an amalgamation was in.
 *
 * @param number grows with each edit and is never used twice in a history
 * @param label the edit that led here
 * @param graph the state
 */
public record Revision(long number, String label, Amalgamation graph) {}
