import org.jspecify.annotations.NullMarked;

/** PyTorch's Python layer for Java. */
@NullMarked
@SuppressWarnings("module") // the modules that a package is exported to are built after this one
module dev.jtorch {
  requires org.bytedeco.pytorch;
  requires org.bytedeco.openblas;
  requires static transitive org.jspecify;
  requires com.fasterxml.jackson.core;
  requires com.sun.jna;
  requires jdk.management;
  requires jdk.unsupported;

  exports dev.jtorch;
  exports dev.jtorch.autograd;
  exports dev.jtorch.data;
  exports dev.jtorch.interop;
  exports dev.jtorch.io;
  exports dev.jtorch.jit;
  exports dev.jtorch.nn;
  exports dev.jtorch.nn.activation;
  exports dev.jtorch.nn.container;
  exports dev.jtorch.nn.conv;
  exports dev.jtorch.nn.dropout;
  exports dev.jtorch.nn.functional;
  exports dev.jtorch.nn.init;
  exports dev.jtorch.nn.linear;
  exports dev.jtorch.nn.loss;
  exports dev.jtorch.nn.norm;
  exports dev.jtorch.nn.padding;
  exports dev.jtorch.nn.pooling;
  exports dev.jtorch.nn.saving;
  exports dev.jtorch.nn.shape;
  exports dev.jtorch.nn.sparse;
  exports dev.jtorch.nn.upsampling;
  exports dev.jtorch.nn.utils;
  exports dev.jtorch.optim;
  exports dev.jtorch.optim.scheduler;
  exports dev.jtorch.summary;

  exports dev.jtorch.internal.text to dev.jtorch.vision, dev.jtorch.cli; // what Python prints
  exports dev.jtorch.io.zip to dev.jtorch.vision, dev.jtorch.cli; // writes files completely or not at all
  exports dev.jtorch.internal.platform
      to dev.jtorch.linux.x86_64, dev.jtorch.linux.x86_64.gpu, dev.jtorch.macosx.arm64, dev.jtorch.windows.x86_64;

  uses dev.jtorch.internal.platform.NativeLibraries; // brings in the platform artifact that is on the module path
}
