/**
 * Floor 1: the immutable amalgamation, the edits that lead from one to the next, the reasons an edit is refused, and the
 * revisions that undo goes back to. What kinds exist and which types fit is told to it through {@link
 * dev.amalgam.graph.WiringRules}.
 */
@NullMarked
package dev.amalgam.graph;

import org.jspecify.annotations.NullMarked;
