/** Makes one bottom of several models on the canvas that have one in common, and proves that nothing else changed. */
@NullMarked
package dev.amalgam.desk.merge;

import org.jspecify.annotations.NullMarked;
