/** What the tests of all modules share; packaged as the test-fixtures jar. */
@NullMarked
package dev.jtorch.testing;

import org.jspecify.annotations.NullMarked;
