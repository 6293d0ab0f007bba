/** Attacks on the promise that no call, on whatever threads, ends the process; each runs in a process of its own. */
@NullMarked
package dev.jtorch.attack;

import org.jspecify.annotations.NullMarked;
