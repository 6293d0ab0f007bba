package dev.jtorch.summary;

import dev.jtorch.internal.text.PythonNumbers;
import java.util.List;

/** The lines below torchinfo's table. */
final class TotalLines {
  private TotalLines() {}

  /** What the parameters sum up to; what they do where there is an input. */
  static List<String> counts(Totals totals, boolean withInput) {
    List<String> counts = List.of("Total params: " + PythonNumbers.grouped(totals.params()),
        "Trainable params: " + PythonNumbers.grouped(totals.trainableParams()),
        "Non-trainable params: " + PythonNumbers.grouped(totals.nonTrainableParams()),
        "Total mult-adds " + multAdds(totals.multAdds()));
    return withInput ? counts : counts.subList(0, 3);
  }

  static List<String> sizes(Totals totals) {
    return List.of("Input size (MB): " + megabytes(totals.inputBytes()),
        "Forward/backward pass size (MB): " + megabytes(totals.outputBytes()),
        "Params size (MB): " + megabytes(totals.paramBytes()),
        "Estimated Total Size (MB): " + megabytes(totals.bytes()));
  }

  /** In the largest unit that fits; torchinfo prints the unit's Python name since Python 3.11, and a letter before. */
  private static String multAdds(long number) {
    if (number >= 1e12) return "(Units.TERABYTES): " + shortened(number / 1e12);
    if (number >= 1e9) return "(Units.GIGABYTES): " + shortened(number / 1e9);
    return "(Units.MEGABYTES): " + shortened(number / 1e6);
  }

  private static String shortened(double number) {
    if (number == Math.rint(number)) return PythonNumbers.grouped((long) number);
    String digits = PythonNumbers.fixed(number, 2);
    int point = digits.indexOf('.');
    return PythonNumbers.grouped(Long.parseLong(digits.substring(0, point))) + digits.substring(point);
  }

  private static String megabytes(long bytes) { return PythonNumbers.fixed(bytes / 1e6, 2); }
}
