/** Floor 6: what is inside a component: its operators in groups, laid out; its taps; what a tap costs. */
@NullMarked
package dev.amalgam.desk.inside;

import org.jspecify.annotations.NullMarked;
