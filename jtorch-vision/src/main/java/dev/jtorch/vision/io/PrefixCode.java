package dev.jtorch.vision.io;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Huffman's code for the symbols of one channel, written as a lossless WebP has it. */
final class PrefixCode {
  private static final int LONGEST = 15;
  /** In which order the code of the code lengths is written, and how: all lengths from 0 to 15 by four bits. */
  private static final int[] LENGTHS_ORDER = {17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
  private static final int LENGTH_BITS = 4;

  private final int[] lengths;
  private final int[] codes;
  private int only;
  private int used;

  /** A symbol, or two nodes below. */
  private record Node(long count, int symbol, @Nullable Node left, @Nullable Node right) {
  }

  /** The best code for symbols that occur so often. */
  PrefixCode(long[] counts) {
    lengths = new int[counts.length];
    codes = new int[counts.length];
    for (int symbol = 0; symbol < counts.length; symbol++) {
      if (counts[symbol] == 0) continue;
      only = symbol;
      used++;
    }
    if (used < 2) return;
    // Rare symbols get shorter words when their counts are raised, until no word is too long.
    long least = 1;
    while (!measure(tree(counts, least), 0)) least *= 2;
    assign();
  }

  private static Node tree(long[] counts, long least) {
    var nodes = new PriorityQueue<Node>(Comparator.comparingLong(Node::count).thenComparingInt(Node::symbol));
    for (int symbol = 0; symbol < counts.length; symbol++) {
      if (counts[symbol] > 0) nodes.add(new Node(Math.max(least, counts[symbol]), symbol, null, null));
    }
    while (true) {
      Node left = nodes.remove();
      if (nodes.isEmpty()) return left;
      Node right = nodes.remove();
      nodes.add(new Node(left.count + right.count, Math.min(left.symbol, right.symbol), left, right));
    }
  }

  /** Whether no word is too long. */
  private boolean measure(Node node, int depth) {
    if (node.left != null && node.right != null) return measure(node.left, depth + 1) && measure(node.right, depth + 1);
    lengths[node.symbol] = depth;
    return depth <= LONGEST;
  }

  /** Words in the order of lengths, and of symbols in each length; their first bit becomes the lowest one. */
  private void assign() {
    int code = 0;
    for (int length = 1; length <= LONGEST; length++, code <<= 1) {
      for (int symbol = 0; symbol < lengths.length; symbol++) {
        if (lengths[symbol] == length) codes[symbol] = Integer.reverse(code++) >>> (32 - length);
      }
    }
  }

  /** Writes the code itself. */
  void writeTo(WebpEncoder.LowBitsFirst out) {
    if (used < 2) {
      out.write(0b101, 3); // a simple code, of one symbol, of eight bits
      out.write(only, 8);
      return;
    }
    out.write(0, 1);
    out.write(LENGTHS_ORDER.length - 4, 4);
    for (int length : LENGTHS_ORDER) out.write(length <= LONGEST ? LENGTH_BITS : 0, 3);
    out.write(0, 1); // lengths follow for all symbols
    for (int length : lengths) out.write(Integer.reverse(length) >>> (32 - LENGTH_BITS), LENGTH_BITS);
  }

  /** Writes a symbol's word; the only symbol of a code needs none. */
  void write(int symbol, WebpEncoder.LowBitsFirst out) {
    out.write(codes[symbol], lengths[symbol]);
  }
}
