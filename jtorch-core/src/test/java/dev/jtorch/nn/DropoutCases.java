package dev.jtorch.nn;

import static dev.jtorch.nn.LayerCase.layer;

import dev.jtorch.nn.dropout.AlphaDropout;
import dev.jtorch.nn.dropout.Dropout1d;
import dev.jtorch.nn.dropout.Dropout2d;
import dev.jtorch.nn.dropout.Dropout3d;
import dev.jtorch.nn.dropout.Dropout;
import dev.jtorch.nn.dropout.FeatureAlphaDropout;
import dev.jtorch.nn.functional.F;
import java.util.List;

/** The table of dropouts, part of {@link LayerCases}. */
final class DropoutCases {
  private DropoutCases() {}

  static List<LayerCase> all() {
    return List.of(
        layer("dropout", () -> new Dropout(), (m, x) -> F.dropout(x, 0.5, m.training())),
        layer("dropout_inplace", () -> new Dropout(o -> o.p(0.1).inplace(true)),
            (m, x) -> F.dropout_(x, 0.1, m.training())),
        layer("dropout1d", () -> new Dropout1d(), (m, x) -> F.dropout1d(x, 0.5, m.training())),
        layer("dropout1d_unbatched", () -> new Dropout1d(o -> o.p(0.4).inplace(true)),
            (m, x) -> F.dropout1d_(x, 0.4, m.training())),
        layer("dropout2d", () -> new Dropout2d(), (m, x) -> F.dropout2d(x, 0.5, m.training())),
        layer("dropout2d_inplace", () -> new Dropout2d(o -> o.p(0.2).inplace(true)),
            (m, x) -> F.dropout2d_(x, 0.2, m.training())),
        layer("dropout3d", () -> new Dropout3d(0.3), (m, x) -> F.dropout3d(x, 0.3, m.training())),
        layer("dropout3d_unbatched", () -> new Dropout3d(o -> o.inplace(true)),
            (m, x) -> F.dropout3d_(x, 0.5, m.training())),
        layer("alpha_dropout", () -> new AlphaDropout(0.3), (m, x) -> F.alphaDropout(x, 0.3, m.training())),
        layer("feature_alpha_dropout", () -> new FeatureAlphaDropout(0.4),
            (m, x) -> F.featureAlphaDropout(x, 0.4, m.training())));
  }
}
