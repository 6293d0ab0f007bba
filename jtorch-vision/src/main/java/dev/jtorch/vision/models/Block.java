package dev.jtorch.vision.models;

import dev.jtorch.nn.Layer;
import java.util.function.UnaryOperator;

/**
 * A kind of residual block, of which a {@link ResNet} is stacked. Own kinds are made with {@link #of}.
 *
 * @see <a href="https://arxiv.org/abs/1512.03385">He et al., Deep Residual Learning for Image Recognition, figure 5</a>
 */
public interface Block {
  /** Two convolutions; see {@link BasicBlock}. */
  Block BASIC = of(1, BasicBlock::new);

  /** Three convolutions, the middle one narrow; see {@link Bottleneck}. */
  Block BOTTLENECK = of(4, Bottleneck::new);

  /** How many times {@code planes} channels a block puts out. */
  long expansion();

  /** Builds a block of {@code inplanes} channels in and {@code planes} times {@link #expansion()} out. */
  Layer build(long inplanes, long planes, UnaryOperator<BlockOptions> with);

  /** {@return a kind of block from its expansion and its constructor} */
  static Block of(long expansion, Maker maker) {
    return new Block() {
      @Override public long expansion() { return expansion; }

      @Override public Layer build(long inplanes, long planes, UnaryOperator<BlockOptions> with) {
        return maker.build(inplanes, planes, with);
      }
    };
  }

  /** A block's constructor. */
  interface Maker {
    /** Builds a block. */
    Layer build(long inplanes, long planes, UnaryOperator<BlockOptions> with);
  }
}
