package dev.jtorch.vision.models.deeplab;

import dev.jtorch.Tensor;
import dev.jtorch.nn.Model;

/** What makes logits of a backbone's two maps. */
public abstract class MapsToLogits extends Model<Backbone.Maps, Tensor> {
  MapsToLogits() {}
}
