package dev.jtorch.vision.models.deeplab;

import dev.jtorch.Tensor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link DeepLab} is built.
 *
 * @param backbone what makes maps of images; a ResNet-101 at first
 * @param outputStride by how much the last map is smaller than images, 8 or 16; 16 at first
 * @param numClasses how many logits each pixel has; 21 at first
 * @param syncBn normalises by {@link SynchronizedBatchNorm2d}, or by a plain one; true at first
 * @param freezeBn keeps all batch normalisations in evaluation mode; false at first
 * @param deeplabHeader has {@link ASPP} and {@link Decoder}; without them two convolutions stand on the last map; true at first
 * @param pretrained the backbone's state to begin with; see {@link BackboneOptions}; null at first
 */
public record DeepLabOptions(BackboneKind backbone, long outputStride, long numClasses, boolean syncBn,
    boolean freezeBn, boolean deeplabHeader, @Nullable Map<String, ? extends Tensor> pretrained) {
  static final DeepLabOptions DEFAULT = new DeepLabOptions(BackboneKind.RESNET, 16, 21, true, false, true, null);

  /** {@return these options with another backbone} */
  public DeepLabOptions backbone(BackboneKind kind) {
    return new DeepLabOptions(kind, outputStride, numClasses, syncBn, freezeBn, deeplabHeader, pretrained);
  }

  /** {@return these options with another size of the last map} */
  public DeepLabOptions outputStride(long stride) {
    return new DeepLabOptions(backbone, stride, numClasses, syncBn, freezeBn, deeplabHeader, pretrained);
  }

  /** {@return these options with another number of logits} */
  public DeepLabOptions numClasses(long count) {
    return new DeepLabOptions(backbone, outputStride, count, syncBn, freezeBn, deeplabHeader, pretrained);
  }

  /** {@return these options with synchronised normalisations, or plain ones} */
  public DeepLabOptions syncBn(boolean on) {
    return new DeepLabOptions(backbone, outputStride, numClasses, on, freezeBn, deeplabHeader, pretrained);
  }

  /** {@return these options with normalisations that stay in evaluation mode, or not} */
  public DeepLabOptions freezeBn(boolean on) {
    return new DeepLabOptions(backbone, outputStride, numClasses, syncBn, on, deeplabHeader, pretrained);
  }

  /** {@return these options with DeepLab's own heads, or two convolutions} */
  public DeepLabOptions deeplabHeader(boolean on) {
    return new DeepLabOptions(backbone, outputStride, numClasses, syncBn, freezeBn, on, pretrained);
  }

  /** {@return these options with a state of the backbone to begin with; null is random values} */
  public DeepLabOptions pretrained(@Nullable Map<String, ? extends Tensor> state) {
    return new DeepLabOptions(backbone, outputStride, numClasses, syncBn, freezeBn, deeplabHeader, state);
  }

  BackboneOptions forBackbone() {
    return BackboneOptions.DEFAULT.outputStride(outputStride).syncBn(syncBn).pretrained(pretrained);
  }

  Backbone buildBackbone() {
    BackboneOptions options = forBackbone();
    return switch (backbone) {
      case RESNET -> DilatedResNet.resnet101(o -> options);
      case MOBILENET -> new DilatedMobileNetV2(o -> options);
    };
  }
}
