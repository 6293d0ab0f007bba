package dev.jtorch.vision.models.deeplab;

import dev.jtorch.FluentOptions;
import dev.jtorch.Tensor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a {@link DeepLab} is built. */
public final class DeepLabOptions extends FluentOptions<DeepLabOptions> {
  private BackboneKind backbone = BackboneKind.RESNET;
  private long outputStride = 16;
  private long numClasses = 21;
  private boolean syncBn = true;
  private boolean freezeBn = false;
  private boolean deeplabHeader = true;
  private @Nullable Map<String, ? extends Tensor> pretrained;

  /** What makes maps of images; default a ResNet-101. */
  public DeepLabOptions backbone(BackboneKind backbone) {
    return with(o -> o.backbone = backbone);
  }

  public BackboneKind backbone() { return backbone; }

  /** By how much the last map is smaller than images, 8 or 16; default 16. */
  public DeepLabOptions outputStride(long outputStride) {
    return with(o -> o.outputStride = outputStride);
  }

  public long outputStride() { return outputStride; }

  /** Number of classes, which is the number of logits of each pixel; default 21. */
  public DeepLabOptions numClasses(long numClasses) {
    return with(o -> o.numClasses = numClasses);
  }

  public long numClasses() { return numClasses; }

  /** Normalises by {@link SynchronizedBatchNorm2d}, or by a plain one; default true. */
  public DeepLabOptions syncBn(boolean syncBn) {
    return with(o -> o.syncBn = syncBn);
  }

  public boolean syncBn() { return syncBn; }

  /** Keeps all batch normalisations in evaluation mode; default false. */
  public DeepLabOptions freezeBn(boolean freezeBn) {
    return with(o -> o.freezeBn = freezeBn);
  }

  public boolean freezeBn() { return freezeBn; }

  /** Has {@link ASPP} and {@link Decoder}; without them two convolutions stand on the last map; default true. */
  public DeepLabOptions deeplabHeader(boolean deeplabHeader) {
    return with(o -> o.deeplabHeader = deeplabHeader);
  }

  public boolean deeplabHeader() { return deeplabHeader; }

  /** The backbone's state to begin with; see {@link BackboneOptions}; default null. */
  public DeepLabOptions pretrained(@Nullable Map<String, ? extends Tensor> pretrained) {
    return with(o -> o.pretrained = pretrained);
  }

  public @Nullable Map<String, ? extends Tensor> pretrained() { return pretrained; }

  BackboneOptions forBackbone() {
    return new BackboneOptions().outputStride(outputStride).syncBn(syncBn).pretrained(pretrained);
  }

  Backbone buildBackbone() {
    BackboneOptions options = forBackbone();
    return switch (backbone) {
      case RESNET -> DilatedResNet.resnet101(o -> options);
      case MOBILENET -> new DilatedMobileNetV2(o -> options);
    };
  }
}
