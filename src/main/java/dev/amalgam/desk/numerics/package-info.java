/** Whether the values that flow are what they should be: numbers, alive, and true to their representation. */
@NullMarked
package dev.amalgam.desk.numerics;

import org.jspecify.annotations.NullMarked;
