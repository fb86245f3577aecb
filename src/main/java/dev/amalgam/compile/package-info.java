/**
 * Floor 3: from an amalgamation to what can be run or shipped — the types of all ports, the problems that stand against it,
 * content keys, and lowering, node by node or fused into one model.
 */
@NullMarked
package dev.amalgam.compile;

import org.jspecify.annotations.NullMarked;
