/** Networks as torchvision builds them, with its names, keys and initial values. Nothing here is null unless it says so. */
@NullMarked
package dev.jtorch.vision.models;

import org.jspecify.annotations.NullMarked;
