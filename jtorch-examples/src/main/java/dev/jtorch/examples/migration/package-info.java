/**
 * PyTorch's lines and JTorch's, side by side.
 *
 * <p>A Java line that ends in {@code // py: ..} is a row of {@code docs/migration.md}, with the Python line that does the same. A method is a
 * section: its Javadoc is the heading, and {@code // given: ..} is the Python of the lines that prepare it. A test runs all lines and
 * compares the page with these files.
 */
@NullMarked
package dev.jtorch.examples.migration;

import org.jspecify.annotations.NullMarked;
