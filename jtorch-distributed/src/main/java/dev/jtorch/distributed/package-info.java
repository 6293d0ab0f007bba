/** Process groups and data-parallel training. Nothing here is null unless it says so. */
@NullMarked
package dev.jtorch.distributed;

import org.jspecify.annotations.NullMarked;
