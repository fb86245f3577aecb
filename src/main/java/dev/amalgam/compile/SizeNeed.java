package dev.amalgam.compile;

import dev.amalgam.graph.PortRef;
import dev.amalgam.tensor.Dim;
import dev.amalgam.tensor.DimVariable;

/**
 * What an input makes of a size that comes in open.
 *
 * @param size as it is named where it begins
 * @param value what it has to be for the input
 * @param at the input
 */
record SizeNeed(DimVariable size, Dim value, PortRef at) {}
