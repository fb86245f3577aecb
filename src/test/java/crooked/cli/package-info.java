@NullMarked
package crooked.cli;

import org.jspecify.annotations.NullMarked;
