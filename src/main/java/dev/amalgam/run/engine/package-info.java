/**
 * Floor 4: from a typed amalgamation to its values — reads what feeds it, writes the models of its regions where the worker
 * finds them, asks for a run, and gives the values and times back by node.
 */
@NullMarked
package dev.amalgam.run.engine;

import org.jspecify.annotations.NullMarked;
