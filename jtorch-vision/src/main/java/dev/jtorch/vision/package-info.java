/** Vision models, operators, transforms and data sets. Nothing here is null unless it says so. */
@NullMarked
package dev.jtorch.vision;

import org.jspecify.annotations.NullMarked;
