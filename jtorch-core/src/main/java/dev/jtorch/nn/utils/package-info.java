/** What is done to finished layers, such as joining two to one. Nothing here is null unless it says so. */
@NullMarked
package dev.jtorch.nn.utils;

import org.jspecify.annotations.NullMarked;
