package dev.jtorch.vision.models;

/**
 * Blocks of one size in a {@link MobileNetV2}; the letters are the paper's.
 *
 * @param expandRatio how many times the input's channels each block has inside; t
 * @param channels how many channels each block puts out, before they are scaled; c
 * @param repeats how many blocks there are; n
 * @param stride by how much the first block makes images smaller; s
 * @see <a href="https://arxiv.org/abs/1801.04381">Sandler et al., MobileNetV2, table 2</a>
 */
public record InvertedResidualSetting(double expandRatio, long channels, long repeats, long stride) {}
