package dev.jtorch;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** A call such as {@code a.sum(1, true)} on the tensors of its file, and the lines that say what Python does. */
record GoldenCall(String text, Map<String, GoldenValues> tensors, List<String> outcome) {
  private static final Pattern CALL = Pattern.compile("(\\w)\\.(\\w+)\\((.*)\\)");
  private static final Pattern NAME = Pattern.compile("\\b([a-z])\\b(?! ->)");

  /** {@return the lines of the outcome with this mark, without it} */
  List<String> outcome(String mark) {
    return outcome.stream().filter(l -> l.startsWith(mark)).map(l -> l.substring(mark.length()).strip()).toList();
  }

  /** {@return new leaves for the tensors that the call names} */
  Map<String, Tensor> leaves() {
    var leaves = new TreeMap<String, Tensor>();
    Matcher names = NAME.matcher(text.replaceAll("o -> .*", ""));
    while (names.find()) leaves.computeIfAbsent(names.group(1), this::leaf);
    return leaves;
  }

  private Tensor leaf(String name) {
    Tensor leaf = tensors.get(name).tensor();
    return leaf.isFloatingPoint() ? leaf.requiresGrad_() : leaf;
  }

  boolean inPlace() { return text.contains("_("); }

  String receiver() { return call().group(1); }

  JavaCall javaCall(Map<String, Tensor> operands) {
    Matcher call = call();
    return JavaCall.find(Tensor.class, call.group(2), call.group(3), operands);
  }

  private Matcher call() {
    Matcher call = CALL.matcher(text);
    if (!call.matches()) throw new IllegalArgumentException("no call: " + text);
    return call;
  }

  /** {@return the gradient that the golden maker passes to backward} */
  static Tensor upstream(Tensor result) {
    String values = LongStream.range(0, result.numel()).mapToObj(i -> String.valueOf((i % 5 + 1) / 4.0))
        .collect(Collectors.joining(" "));
    return new GoldenValues(result.dtype(), result.shape(), values).tensor();
  }

  @Override public String toString() { return text; }
}
