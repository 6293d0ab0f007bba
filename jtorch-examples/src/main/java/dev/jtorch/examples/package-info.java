/** Whole programs, to be read and copied; the tests run each of them. */
@NullMarked
package dev.jtorch.examples;

import org.jspecify.annotations.NullMarked;
