package crooked.run.worker;

/** Imported by a class that must not load native code. */
public class Worker {}
