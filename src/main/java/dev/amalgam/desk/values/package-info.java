/** What the values of a tensor tell when one looks closer: how they are spread, what is near them, and each by itself. */
@NullMarked
package dev.amalgam.desk.values;

import org.jspecify.annotations.NullMarked;
