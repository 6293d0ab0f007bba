package dev.jtorch.vision.models.deeplab;

import dev.jtorch.Tensor;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Module;
import dev.jtorch.nn.Parameter;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.InterpolateMode;
import dev.jtorch.nn.init.Init;
import dev.jtorch.nn.norm.BatchNorm;
import java.util.List;

/**
 * A backbone, which may have been trained before, and heads, which learn faster: each has a group of parameters for an optimizer.
 *
 * <pre>
 * new SGD(List.of(SGD.group(net.get1xLrParams(), o -> o.lr(lr)), SGD.group(net.get10xLrParams(), o -> o.lr(10 * lr))), o -> o)
 * </pre>
 *
 * <p>Both groups are the parameters of convolutions and batch normalisations; a head with layers of other types has more, and must
 * override {@link #get10xLrParams}. They are read whenever somebody walks them: what is frozen by then is left out.
 */
public abstract class SegmentationNet extends Layer {
  /** The backbone. */
  public Backbone backbone;

  SegmentationNet(Backbone backbone) {
    this.backbone = backbone;
  }

  /** {@return what stands on the backbone} */
  abstract List<Module> heads();

  /** {@return the parameters of the backbone that require gradients} */
  public Iterable<Parameter> get1xLrParams() {
    return learning(List.of(backbone));
  }

  /** {@return the parameters of the heads that require gradients} */
  public Iterable<Parameter> get10xLrParams() {
    return learning(heads());
  }

  /**
   * Draws the initial values of a part that is trained from scratch: convolutions Kaiming normal with fan-in; scales 1 and shifts
   * 0; biases of convolutions keep their own. It is called part by part and never for a whole network, whose backbone may be
   * pretrained.
   */
  static void draw(Module part) {
    for (Module module : part.modules()) {
      if (module instanceof Conv2d conv) Init.kaimingNormal_(conv.weight);
      else if (module instanceof BatchNorm<?> norm) norm.resetParameters();
    }
  }

  /** {@return a map scaled to the height and width of another one, bilinearly; the values at the corners stay} */
  static Tensor resize(Tensor map, Tensor like) {
    return F.interpolate(map,
        o -> o.size(like.size(2), like.size(3)).mode(InterpolateMode.BILINEAR).alignCorners(true));
  }

  private static Iterable<Parameter> learning(List<? extends Module> parts) {
    return () -> parts.stream().flatMap(part -> part.modules().stream())
        .filter(module -> module instanceof Conv2d || module instanceof BatchNorm<?>)
        .flatMap(module -> module.parameters().stream()).filter(Tensor::requiresGrad).iterator();
  }
}
