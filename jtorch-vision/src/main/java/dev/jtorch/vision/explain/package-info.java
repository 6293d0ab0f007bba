/**
 * Where networks look. Nothing here is null unless it says so.
 *
 * <pre>{@code
 * Tensor map = new GradCam(net, "layer4").explain(x).maps().get(0);
 * Images.writePng(HeatMap.overlay(photo, map), Path.of("map.png"));
 * }</pre>
 */
@NullMarked
package dev.jtorch.vision.explain;

import org.jspecify.annotations.NullMarked;
