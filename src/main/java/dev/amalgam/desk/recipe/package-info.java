/** Floor 6: what the steps of a recipe change, measured and proved by running the model before and after. */
@NullMarked
package dev.amalgam.desk.recipe;

import org.jspecify.annotations.NullMarked;
