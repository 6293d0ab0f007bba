package dev.jtorch.vision.models.deeplab;

/** The backbones that a {@link DeepLab} can stand on. */
public enum BackboneKind {
  /** ResNet-101; see {@link DilatedResNet}. */
  RESNET,
  /** MobileNetV2; see {@link DilatedMobileNetV2}. */
  MOBILENET
}
