/** Reserved for process groups and data-parallel training; contains no code yet. */
@NullMarked
package dev.jtorch.distributed;

import org.jspecify.annotations.NullMarked;
