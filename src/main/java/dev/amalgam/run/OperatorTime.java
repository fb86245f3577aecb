package dev.amalgam.run;

/**
 * What one operator took, as the runtime's own profile has it: after its optimisation, so that one may stand for several of
 * the file.
 *
 * @param name its name in the runtime
 * @param type such as {@code Conv}
 * @param ms the median of its milliseconds in a run
 */
public record OperatorTime(String name, String type, double ms) {}
