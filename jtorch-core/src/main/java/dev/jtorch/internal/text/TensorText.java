package dev.jtorch.internal.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of a tensor, equal to Python's {@code print(tensor)} character for character.
 *
 * <p>Differs from PyTorch: sparse, quantized, nested and named tensors are not covered.
 *
 * @see <a href="https://docs.pytorch.org/docs/2.10/generated/torch.set_printoptions.html">torch.set_printoptions</a>
 * @since 0.1
 */
public final class TensorText {
  private TensorText() {}

  /** {@return the text of a tensor, without a line end} */
  public static String format(PrintedTensor tensor, PrintSettings options) {
    String opening = tensor.typeName() + "(";
    String body = opening + contents(tensor, options, opening.length());
    return tensor.heading() + withSuffixes(body, suffixes(tensor, options), opening.length(), options.lineWidth());
  }

  private static String contents(PrintedTensor tensor, PrintSettings options, int indent) {
    if (onMeta(tensor)) { return "..."; }
    if (isEmpty(tensor)) { return "[]"; }
    Edges edges = Edges.of(tensor.shape(), options);
    // with no edge items nothing is kept, and the tensor need not be read at all
    PrintedElements elements = edges.count() == 0 ? new PrintedElements.Integers() : tensor.elements(edges);
    return Brackets.around(ElementTexts.of(elements, options), edges, options.lineWidth(), indent);
  }

  private static List<String> suffixes(PrintedTensor tensor, PrintSettings options) {
    var suffixes = new ArrayList<String>();
    if (tensor.device() != null) {
      suffixes.add("device='" + tensor.device() + "'");
    }
    if (showsSize(tensor, options)) {
      suffixes.add("size=" + PythonNumbers.tuple(tensor.shape()));
    }
    if (showsDtype(tensor)) {
      suffixes.add("dtype=torch." + tensor.dtype());
    }
    if (tensor.gradFnName() != null) {
      suffixes.add("grad_fn=<" + tensor.gradFnName() + ">");
    } else if (tensor.requiresGrad()) {
      suffixes.add("requires_grad=True");
    }
    return suffixes;
  }

  /** The size is named wherever the brackets do not show it. */
  private static boolean showsSize(PrintedTensor tensor, PrintSettings options) {
    if (onMeta(tensor)) { return true; }
    return isEmpty(tensor) ? tensor.shape().length != 1 : options.edgeItems() == 0;
  }

  /** The type is named unless {@code torch.tensor(..)} of the printed elements would choose it by itself. */
  private static boolean showsDtype(PrintedTensor tensor) {
    if (tensor.dtype().equals(tensor.defaultDtype())) { return false; }
    if (onMeta(tensor) || isEmpty(tensor)) { return true; }
    String defaultComplex = tensor.defaultDtype().equals("float64") ? "complex128" : "complex64";
    return !List.of("int64", "bool", defaultComplex).contains(tensor.dtype());
  }

  private static String withSuffixes(String body, List<String> suffixes, int indent, int lineWidth) {
    var text = new StringBuilder(body);
    // two more than the last line holds: Python counts so, and it decides what wraps
    int lineLength = body.length() - body.lastIndexOf('\n') + 1;
    for (String suffix : suffixes) {
      if (lineLength + suffix.length() + 2 > lineWidth) {
        text.append(",\n").append(" ".repeat(indent)).append(suffix);
        lineLength = indent + suffix.length();
      } else {
        text.append(", ").append(suffix);
        lineLength += suffix.length() + 2;
      }
    }
    return text.append(')').toString();
  }

  private static boolean onMeta(PrintedTensor tensor) {
    return "meta".equals(tensor.device());
  }

  private static boolean isEmpty(PrintedTensor tensor) {
    return Edges.numel(tensor.shape()) == 0;
  }
}
