import org.jspecify.annotations.NullMarked;

/** Vision models, operators, transforms and data sets. */
@NullMarked
module dev.jtorch.vision {
  requires transitive dev.jtorch;
  requires java.desktop;

  exports dev.jtorch.vision.datasets;
}
