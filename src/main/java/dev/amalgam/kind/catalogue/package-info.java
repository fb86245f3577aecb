/** Floor 2: the list of all built-in kinds, the one place that knows them all. */
@NullMarked
package dev.amalgam.kind.catalogue;

import org.jspecify.annotations.NullMarked;
