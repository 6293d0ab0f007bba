import org.jspecify.annotations.NullMarked;

/** Vision models, operators, transforms and data sets. */
@NullMarked
module dev.jtorch.vision {
  requires transitive dev.jtorch;
  requires transitive java.desktop;

  exports dev.jtorch.vision.datasets;
  exports dev.jtorch.vision.explain;
  exports dev.jtorch.vision.io;
  exports dev.jtorch.vision.models.deeplab;
  exports dev.jtorch.vision.models.detection;
  exports dev.jtorch.vision.models.unet;
  exports dev.jtorch.vision.models;
  exports dev.jtorch.vision.ops;
  exports dev.jtorch.vision.transforms;

  // for copies and whole models: blocks have private fields
  opens dev.jtorch.vision.models to dev.jtorch;
  opens dev.jtorch.vision.models.deeplab to dev.jtorch;
  opens dev.jtorch.vision.models.unet to dev.jtorch;
  opens dev.jtorch.vision.ops to dev.jtorch;
}
