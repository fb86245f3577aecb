package crooked.kind.task;

import crooked.kind.Kind;

/** A kind that another class knows by name. */
public class SpyKind implements Kind {}
