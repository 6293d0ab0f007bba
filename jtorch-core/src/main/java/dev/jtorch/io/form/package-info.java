/** What kind of file a file is, for errors that say who reads it. */
@NullMarked
package dev.jtorch.io.form;

import org.jspecify.annotations.NullMarked;
