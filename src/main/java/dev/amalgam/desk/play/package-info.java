/** Floor 6: frame after frame through the one model that ships, while the document may change. */
@NullMarked
package dev.amalgam.desk.play;

import org.jspecify.annotations.NullMarked;
