package dev.jtorch;

import static dev.jtorch.Tensor.handle;
import static dev.jtorch.Tensor.tensor;
import static dev.jtorch.internal.Arguments.required;
import static dev.jtorch.internal.Arguments.requiredAll;

import dev.jtorch.internal.AtenIndexing;
import dev.jtorch.internal.AtenShape;
import dev.jtorch.internal.ClassNames;
import dev.jtorch.internal.NativeTensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Python's rules of indexing: the basic parts (positions, slices, new axes, ellipses) make a view of the tensor, step by
 * step; the tensors among the parts then pick from that view, all together.
 */
final class Indexing {
  private final int unnamed;
  /** The view so far. */
  private Tensor view;
  /** The dimension of the view that the next part is about, and of the indexed tensor. */
  private int dim;
  private int indexedDim;
  /** LibTorch's list of tensors to pick with, one entry for each dimension or mask, and the dimensions it covers. */
  private final List<@Nullable Tensor> picks = new ArrayList<>();
  private int covered;

  private Indexing(Tensor indexed, Index[] parts) {
    view = indexed;
    if (indexed.dim() == 0 && required(parts).length == 1) refuseOfScalar(parts[0]);
    int named = 0;
    for (Index part : requiredAll(parts, "parts")) named += dimensions(part);
    if (named > indexed.dim()) {
      throw new IndexException("too many indices for tensor of dimension " + indexed.dim());
    }
    unnamed = indexed.dim() - named;
    for (Index part : parts) apply(part);
  }

  private static void refuseOfScalar(Index part) {
    if (part instanceof Index.At) {
      throw new IndexException("invalid index of a 0-dim tensor; use item() to get its number");
    }
    if (part instanceof Index.Slice) throw new IndexException("slice() cannot be applied to a 0-dim tensor.");
  }

  /** What stands between the brackets, as parts: numbers, booleans, tensors, lists and null stand for what they do in Python. */
  static Index[] parts(@Nullable Object... given) {
    var parts = new Index[required(given).length];
    for (int i = 0; i < parts.length; i++) parts[i] = part(given[i]);
    return parts;
  }

  private static Index part(@Nullable Object given) {
    if (given instanceof Index part) return part;
    if (given instanceof Long || given instanceof Integer || given instanceof Short || given instanceof Byte) {
      return new Index.At(((Number) given).longValue());
    }
    if (given == null) return Index.NEWAXIS;
    if (given instanceof Tensor tensor) return new Index.Chosen(tensor);
    if (given instanceof Boolean flag) return new Index.Flag(flag);
    if (given instanceof boolean[] marks) return new Index.Marked(marks.clone());
    if (given instanceof long[] positions) return Index.of(positions);
    if (given instanceof int[] positions) return Index.of(Arrays.stream(positions).asLongStream().toArray());
    if (given instanceof List<?> list) return listed(list);
    String type = given instanceof Double || given instanceof Float ? "float" : ClassNames.of(given.getClass());
    throw new IndexException("only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid"
        + " indices (got " + type + ")");
  }

  private static Index listed(List<?> list) {
    Object first = list.isEmpty() ? null : list.get(0);
    if (first instanceof Boolean && list.stream().allMatch(Boolean.class::isInstance)) {
      boolean[] marks = new boolean[list.size()];
      for (int i = 0; i < marks.length; i++) marks[i] = (Boolean) list.get(i);
      return new Index.Marked(marks);
    }
    long[] positions = new long[list.size()];
    for (int i = 0; i < positions.length; i++) {
      if (!(part(list.get(i)) instanceof Index.At at)) {
        throw new IndexException(
            "a list in an index holds " + list.get(i) + " (expected: whole numbers, or booleans only)");
      }
      positions[i] = at.position();
    }
    return new Index.Listed(positions);
  }

  /** A view, or a copy where tensors pick. The caller's scope gets the result and nothing else. */
  static Tensor get(Tensor from, Index... parts) {
    try (var scope = Scope.open()) {
      var indexing = new Indexing(from, parts);
      if (!indexing.picks.isEmpty()) return indexing.picked().keep();
      return indexing.view == from ? tensor(AtenShape.alias(handle(from))).keep() : indexing.view.keep();
    }
  }

  private Tensor picked() { return tensor(AtenIndexing.index(handle(view), nativePicks())); }

  /** The view at one position of the first dimension. */
  static Tensor row(Tensor from, long position) {
    checkPosition(position, from.size(0), 0);
    return tensor(AtenShape.select(handle(from), 0, position));
  }

  /** Writes a tensor, broadcast, to where the parts point. */
  static void set(Tensor into, Tensor value, Index... parts) {
    try (var scope = Scope.open()) {
      new Indexing(into, parts).put(value);
    }
  }

  private void put(Tensor value) {
    Tensor fitting = withoutLeadingOnes(value);
    if (picks.isEmpty()) view.copy_(fitting.expandAs(view));
    else AtenIndexing.indexPut_(handle(view), nativePicks(), handle(fitting), false);
  }

  /** Writes one number to all places where the parts point. */
  static void set(Tensor into, Number value, Index... parts) {
    try (var scope = Scope.open()) {
      var indexing = new Indexing(into, parts);
      if (indexing.picks.isEmpty()) {
        AtenIndexing.fill_(handle(indexing.view), value);
      } else {
        Tensor number = Torch.scalar(value, o -> o.dtype(into.dtype()).device(into.device()));
        AtenIndexing.indexPut_(handle(indexing.view), indexing.nativePicks(), handle(number), false);
      }
    }
  }

  /** Writes what a function makes of the elements where the parts point. */
  static void change(Tensor into, UnaryOperator<Tensor> change, Index... parts) {
    try (var scope = Scope.open()) {
      var indexing = new Indexing(into, parts);
      Tensor before = indexing.picks.isEmpty() ? indexing.view : indexing.picked();
      Tensor after = change.apply(before);
      // a view that was changed in place is written already
      if (after != indexing.view) indexing.put(after);
    }
  }

  /** Assignment takes a value of too many dimensions if the first ones are of size 1. */
  private static Tensor withoutLeadingOnes(Tensor value) {
    int ones = 0;
    while (ones < required(value, "value").dim() && value.size(ones) == 1) ones++;
    if (ones == 0) return value;
    long[] sizes = value.shape().toLongArray();
    return value.view(Arrays.copyOfRange(sizes, ones, sizes.length));
  }

  private static int dimensions(Index part) {
    if (part instanceof Index.At || part instanceof Index.Slice) return 1;
    if (part instanceof Index.Listed || part instanceof Index.Marked) return 1;
    if (part instanceof Index.Chosen chosen) return isMask(chosen) ? chosen.maskOrPositions().dim() : 1;
    return 0;
  }

  private static boolean isMask(Index.Chosen chosen) {
    DType dtype = chosen.maskOrPositions().dtype();
    return dtype == DType.BOOL || dtype == DType.UINT8;
  }

  private void apply(Index part) {
    if (part instanceof Index.At at) select(at.position());
    else if (part instanceof Index.Slice slice) slice(slice);
    else if (part instanceof Index.NewAxis) view = view.unsqueeze(dim++);
    else if (part instanceof Index.Ellipsis) skip(unnamed);
    else if (part instanceof Index.Listed listed) pick(Torch.tensor(listed.positions()), 1);
    else if (part instanceof Index.Marked marked) pick(Torch.tensor(marked.marks()), 1);
    else if (part instanceof Index.Flag flag) all(flag.on());
    else if (part instanceof Index.Chosen chosen) choose(chosen);
  }

  private void skip(int dims) {
    dim += dims;
    indexedDim += dims;
  }

  private void select(long position) {
    checkPosition(position, view.size(dim), indexedDim);
    view = view.select(dim, position);
    indexedDim++;
  }

  private static void checkPosition(long position, long size, int dim) {
    if (position < -size || position >= size) {
      throw new IndexException("index " + position + " is out of bounds for dimension " + dim + " with size " + size);
    }
  }

  private void slice(Index.Slice slice) {
    boolean whole = slice.start() == null && slice.end() == null && slice.step() == 1;
    if (!whole) view = tensor(AtenShape.slice(handle(view), dim, slice.start(), slice.end(), slice.step()));
    skip(1);
  }

  private void choose(Index.Chosen chosen) {
    Tensor by = chosen.maskOrPositions();
    if (by.dim() > 0) {
      pick(by, dimensions(chosen));
    } else if (!isMask(chosen)) {
      select(by.itemLong());
    } else {
      all(by.itemBool());
    }
  }

  /** One flag for the whole tensor: all of it, or nothing, along a new dimension. */
  private void all(boolean on) {
    view = view.unsqueeze(dim);
    pick(Torch.tensor(on ? new long[] {0} : new long[0]), 1);
    indexedDim--;
  }

  private void pick(Tensor by, int dims) {
    for (; covered < dim; covered++) picks.add(null);
    picks.add(by);
    covered += dims;
    skip(dims);
  }

  private @Nullable NativeTensor[] nativePicks() {
    @Nullable NativeTensor[] natives = new @Nullable NativeTensor[picks.size()];
    for (int i = 0; i < natives.length; i++) natives[i] = Tensor.handleOrNull(picks.get(i));
    return natives;
  }
}
