/** Builds the static site: the documents as pages, and the API's Javadoc. */
@NullMarked
package dev.jtorch.site;

import org.jspecify.annotations.NullMarked;
