package dev.jtorch.nn;

import static dev.jtorch.nn.LayerCase.layer;

import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.sparse.Embedding;
import dev.jtorch.nn.upsampling.ChannelShuffle;
import dev.jtorch.nn.upsampling.PixelShuffle;
import dev.jtorch.nn.upsampling.PixelUnshuffle;
import java.util.List;

/** The table of what only moves elements: embeddings and shuffles, part of {@link LayerCases}. */
final class SparseCases {
  private SparseCases() {}

  static List<LayerCase> all() {
    return List.of(
        layer("embedding", () -> new Embedding(5, 3), (m, x) -> F.embedding(x, m.weight)),
        layer("embedding_padding", () -> new Embedding(5, 3, o -> o.paddingIdx(2)),
            (m, x) -> F.embedding(x, m.weight, o -> o.paddingIdx(-3))),
        layer("pixel_shuffle", () -> new PixelShuffle(2), (m, x) -> F.pixelShuffle(x, 2)),
        layer("pixel_unshuffle", () -> new PixelUnshuffle(2), (m, x) -> F.pixelUnshuffle(x, 2)),
        layer("channel_shuffle", () -> new ChannelShuffle(2), (m, x) -> F.channelShuffle(x, 2)));
  }
}
