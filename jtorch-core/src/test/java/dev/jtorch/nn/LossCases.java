package dev.jtorch.nn;

import static dev.jtorch.nn.LayerCase.loss;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.Reduction;
import dev.jtorch.nn.loss.CrossEntropyLoss;
import dev.jtorch.nn.loss.L1Loss;
import dev.jtorch.nn.loss.MSELoss;
import dev.jtorch.nn.loss.NLLLoss;
import java.util.List;

/** The table of losses, part of {@link LayerCases}. */
final class LossCases {
  private static final Tensor WEIGHT = Torch.tensor(new float[] {1, 2, 3});

  private LossCases() {}

  static List<LayerCase> all() {
    return List.of(
        loss("cross_entropy", CrossEntropyLoss::new, F::crossEntropy),
        loss("cross_entropy_weights", () -> new CrossEntropyLoss(o -> o.weight(WEIGHT).ignoreIndex(1)),
            (x, t) -> F.crossEntropy(x, t, o -> o.weight(weight(x)).ignoreIndex(1))),
        loss("cross_entropy_smooth",
            () -> new CrossEntropyLoss(o -> o.reduction(Reduction.SUM).labelSmoothing(0.1)),
            (x, t) -> F.crossEntropy(x, t, o -> o.reduction(Reduction.SUM).labelSmoothing(0.1))),
        loss("cross_entropy_pixels", () -> new CrossEntropyLoss(o -> o.reduction(Reduction.NONE)),
            (x, t) -> F.crossEntropy(x, t, o -> o.reduction(Reduction.NONE))),
        loss("cross_entropy_probabilities", CrossEntropyLoss::new, F::crossEntropy),
        loss("nll", NLLLoss::new, F::nllLoss),
        loss("nll_weights",
            () -> new NLLLoss(o -> o.weight(WEIGHT).ignoreIndex(0).reduction(Reduction.SUM)),
            (x, t) -> F.nllLoss(x, t, o -> o.weight(weight(x)).ignoreIndex(0).reduction(Reduction.SUM))),
        loss("mse", MSELoss::new, F::mseLoss),
        loss("mse_sum", () -> new MSELoss(o -> o.reduction(Reduction.SUM)),
            (x, t) -> F.mseLoss(x, t, Reduction.SUM)),
        loss("mse_none", () -> new MSELoss(o -> o.reduction(Reduction.NONE)),
            (x, t) -> F.mseLoss(x, t, Reduction.NONE)),
        loss("l1", L1Loss::new, F::l1Loss),
        loss("l1_sum", () -> new L1Loss(o -> o.reduction(Reduction.SUM)),
            (x, t) -> F.l1Loss(x, t, Reduction.SUM)),
        loss("l1_none", () -> new L1Loss(o -> o.reduction(Reduction.NONE)),
            (x, t) -> F.l1Loss(x, t, Reduction.NONE)));
  }

  private static Tensor weight(Tensor like) { return WEIGHT.to(like.dtype()); }
}
