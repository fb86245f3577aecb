/**
 * What nodes cost: how long they take, what they weigh and what they have to compute, told by the one lowering that also runs
 * and ships, and measured where something can be measured.
 */
@NullMarked
package dev.amalgam.desk.cost;

import org.jspecify.annotations.NullMarked;
