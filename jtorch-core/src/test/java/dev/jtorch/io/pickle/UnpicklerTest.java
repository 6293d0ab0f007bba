package dev.jtorch.io.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.io.CheckpointException;
import dev.jtorch.io.Tuple;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(600)
class UnpicklerTest {
  private static final String ENCODE = "c_codecs\nencode\n";
  private static final String ORDERED = "ccollections\nOrderedDict\n";

  @Test void read_scalars_areJavas() {
    assertThat(read("(NK\5\u0088J\u00ff\u00ff\u00ff\u00ff\u008a\t\0\0\0\0\0\0\0\0\1U\2hit.")).isEqualTo(
        Tuple.of(null, 5L, true, -1L, BigInteger.ONE.shiftLeft(64), "hi"));
  }

  @Test void read_longInLongForm_isALong() { assertThat(read("\u008a\1\u0080.")).isEqualTo(-128L); }

  @Test void read_emptyLong_isZero() { assertThat(read("\u008a\0.")).isEqualTo(0L); }

  @Test void read_memoizedList_isTheSameObject() {
    var both = (Tuple) read("]q\0h\0\u0086.");
    assertThat(both.get(0)).isSameAs(both.get(1));
  }

  @Test void read_orderedDictOfPython2_keepsItsItems() {
    assertThat(read(ORDERED + "](K\1K\2\u0086](K\3K\4ee\u0085R.")).isEqualTo(Map.of(1L, 2L, 3L, 4L));
  }

  @Test void read_frozenset_isASet() { assertThat(read("(K\1K\2\u0091.")).isEqualTo(Set.of(1L, 2L)); }

  /** What a pickle of {@code os.system} and its like consists of. */
  @ParameterizedTest
  @CsvSource({"os, system", "posix, system", "nt, system", "builtins, eval", "__builtin__, exec", "subprocess, Popen",
    "builtins, getattr", "torch.hub, load", "collections, namedtuple", "my.model, Net", "pathlib, PosixPath",
    "torch.nn.modules.linear, Linear", "torch, load", "sys, exit",
    "codecs, encode"}) void read_foreignClass_isNamedWithItsPlace(String module, String name) {
    var path = module.replace("__builtin__", "builtins") + "." + name;
    var message = "x.pt at byte 2: foreign class " + path
        + " (expected: tensors and plain data); in Python, re-save only its state_dict()";
    assertRefused("\u0080\2c" + module + "\n" + name + "\nX\4\0\0\0true\u0085R.", message);
    assertRefused("\u0080\4" + "\u008c" + (char) module.length() + module + "\u008c" + (char) name.length() + name
        + "\u0093.", message.replace("byte 2", "byte " + (6 + module.length() + name.length())));
  }

  @Test void read_qtensor_saysWhatToDo() {
    assertRefused("ctorch._utils\n_rebuild_qtensor\n.", "x.pt at byte 0: torch._utils._rebuild_qtensor builds"
        + " a quantized tensor; in Python, save it.dequantize()");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cbuiltins\nint\n)R.", "ctorch\nTensor\n)\u0081.", "ctorch\nFloatStorage\n)R.",
    "ctorch\nfloat32\n)R.", "K\1)R.", "])R.", ENCODE + "]R.",
    "cbuiltins\nint\n}b."}) void read_callOfWhatIsNoFunction_isRefused(String pickle) {
    assertRefused(pickle);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cbuiltins\nint\n.", "]ctorch\nFloatStorage\na.",
    "}K\1ctorch\nTensor\ns."}) void read_classAsValue_isRefused(String pickle) {
    assertRefused(pickle);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "N", "K", "(.", "t.", "a.", "]a.", "(]a.", "0.", "h\1.", "q\1.", "\u0085.", "s.",
    "}s.",
    "}(K\1u.", "}]Ns.", "}}Ns.", "}]u.", "Q.", "NQ.", ")Q.", "NN\u0093.", "c\n\n.", "\u0080\1N.", "\u0080\6N.",
    "Nb.", "}}b.", "(((((", "ios\nsystem\n.", "o.", "\u0082\1.", "P1\n.", "Vtext\n.", "\u0092.", "\u008b\1\0\0\0\1.",
    "U\1\u00ff.",
    "(((1.", ")\u0081.", "]}K\1]sa", "]NN\u0086a(", "\u008f(]\u0090."}) void read_malformed_isRefused(String pickle) {
    assertRefused(pickle);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X\u00ff\u00ff\u00ff\u00ff", "\u008d\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff",
    "\u008d\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u007f", "B\u00ff\u00ff\u00ff\u007f", "T\u00ff\u00ff\u00ff\u00ff",
    "\u008e\0\0\0\0\1\0\0\0", "\u0096\0\0\0\0\1\0\0\0", "\u008a\u00ff", "C\u00ff",
    "G\1"}) void read_lengthBeyondTheFile_isRefusedBeforeAllocating(String pickle) {
    assertThatThrownBy(() -> read(pickle + "x.")).isInstanceOf(CheckpointException.class)
        .hasMessageStartingWith("x.pt at byte 0: needs ").hasMessageEndingWith("is the file truncated?");
  }

  @Test void read_endlessClassName_isRefused() {
    assertRefused("c" + "x".repeat(100_000), "x.pt at byte 0: class name is longer than 1000 bytes");
  }

  @Test void read_nestedLists_areReadToTheLimitWithoutRecursion() {
    assertThat(read("]".repeat(1000) + "a".repeat(999) + ".")).isInstanceOf(List.class);
    assertRefused("]".repeat(1001) + "a".repeat(1000) + ".", "x.pt at byte 2001: data is nested deeper than 1000");
    assertRefused("]".repeat(1_000_000) + "a".repeat(999_999) + ".");
    assertRefused(")" + "\u0085".repeat(1_000_000) + ".");
    assertRefused("(".repeat(1_000_000) + "t".repeat(1_000_000) + ".");
  }

  @Test void read_depthHiddenInTheMemo_isRefused() {
    var pickle = new StringBuilder("]q\0");
    for (int i = 0; i < 2000; i++) pickle.append("]h\0aq\0"); // each list holds the one before, none is open long
    assertRefused(pickle + ".", "x.pt at byte 12003: data is nested deeper than 1000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"]q\0h\0a.", "}q\0K\1h\0s.", "]q\0]h\0aa.",
    ORDERED + ")Rq\0}K\1h\0sb."}) void read_cycle_isRefused(String pickle) {
    assertThatThrownBy(() -> read(pickle)).isInstanceOf(CheckpointException.class)
        .hasMessageContaining(" contains itself");
  }

  @Test void read_sharedListsThatUnfoldWithoutEnd_areRefused() {
    var pickle = new StringBuilder("]q\0");
    for (int i = 0; i < 60; i++) pickle.append("](h\0h\0eq\0");
    assertThatThrownBy(() -> read(pickle + ".")).isInstanceOf(CheckpointException.class)
        .hasMessageContaining("shared values unfold to more than");
  }

  @Test void read_longTextEncodedAgainAndAgain_isRefused() {
    var text = "X\0\0\1\0" + "x".repeat(1 << 16) + "q\0";
    var again = (ENCODE + "h\0X\6\0\0\0latin1\u0086R").repeat(1000);
    assertRefused("(" + text + again + "t.");
  }

  @Test void read_longSetBuiltAgainAndAgain_isRefused() {
    assertRefused("(](" + "K\1".repeat(100_000) + "eq\0" + "cbuiltins\nset\nh\0\u0085R".repeat(10_000) + "t.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"}]Ns.", "}}Ns.", "})\u0085Ns.", "}C\1xNs.",
    "\u008f(]\u0090."}) void read_keyThatIsNoScalar_isRefused(String pickle) {
    assertThatThrownBy(() -> read(pickle)).isInstanceOf(CheckpointException.class)
        .hasMessageContaining("(expected: a number, text or a flat tuple of them)");
  }

  @Test void read_longKeys_areRefused() {
    assertRefused("}X\0\0\2\0" + "x".repeat(1 << 17) + "Ns.");
    assertRefused("}(" + "N".repeat(65) + "tNs.");
  }

  @Test void read_attributesOfAPlainDict_areRefused() {
    assertRefused("}}b.", "x.pt at byte 2: only a collections.OrderedDict can have attributes");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"6 | 0 | 2,3 | 3,1 | ok", "6 | 1 | 2,3 | 3,1 | 7", "6 | 0 | 2,3 | 4,1 | 7",
    "1 | 0 | 9,9 | 0,0 | ok", "0 | 0 | 0,9 | 9,1 | ok", "0 | 5 | 0 | 1 | ok",
    "5 | 0 | 200,200 | 200,200 | 79601"}) void read_tensor_mustLieInsideItsStorage(int numel, int offset, String size,
        String stride, String needed) {
    var pickle = tensor("K" + (char) numel, "K" + (char) offset, numbers(size), numbers(stride));
    if (needed.equals("ok")) assertThat(read(pickle)).isInstanceOf(TensorRef.class);
    else
      assertThatThrownBy(() -> read(pickle)).isInstanceOf(CheckpointException.class).hasMessageEndingWith(
          "tensor reaches past its storage 0 of " + numel + " elements (expected: at least " + needed + ")");
  }

  @Test void read_tensorOfHugeOrNegativeNumbers_isRefused() {
    var huge = "\u008a\10\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u007f";
    var minus = "J\u00ff\u00ff\u00ff\u00ff";
    assertRefused(tensor(huge, "K\0", "K\1\u0085", "K\1\u0085"));
    assertRefused(tensor(minus, "K\0", "K\1\u0085", "K\1\u0085"));
    assertRefused(tensor("K\5", huge, "K\1\u0085", "K\1\u0085"));
    assertRefused(tensor("K\5", minus, "K\1\u0085", "K\1\u0085"));
    assertRefused(tensor("K\5", "K\0", huge + "\u0085", "K\1\u0085"));
    assertRefused(tensor("K\5", "K\0", huge + huge + "\u0086", "K\0K\0\u0086"));
    assertRefused(tensor("K\5", "K\0", "K\2\u0085", huge + "\u0085"));
    assertRefused(tensor("K\5", "K\4", "K\2\u0085", minus + "\u0085"));
    assertRefused(tensor("K\5", "K\0", "K\2\u0085", ")"));
    assertRefused(tensor("K\5", "K\0", "(" + "K\1".repeat(65) + "t", "(" + "K\1".repeat(65) + "t"));
  }

  @Test void read_integersThatRequireGrad_areRefused() {
    var pickle = tensor("K\5", "K\0", "K\1\u0085", "K\1\u0085").replace("Float", "Long").replace('\u0089', '\u0088');
    assertThatThrownBy(() -> read(pickle)).isInstanceOf(CheckpointException.class)
        .hasMessageEndingWith("tensor of int64 requires grad (expected: only floating point and complex ones do)");
  }

  @Test void read_viewOfAStorage_saysHowToConvert() {
    assertThatThrownBy(() -> read("(U\7storagectorch\nFloatStorage\nU\0010U\3cpuK\2(U\1vK\0K\1ttQ."))
        .isInstanceOf(CheckpointException.class)
        .hasMessage(
            "x.pt at byte 50: storage 0 is a view of another, as before PyTorch 0.4 (expected: a whole storage);"
                + " in Python, torch.save(torch.load(path), path) converts it");
  }

  @Test void read_millionsOfObjects_areRefusedBeforeMemoryRunsOut() {
    assertRefused("(" + "}".repeat(9_000_000),
        "x.pt at byte 8000001: pickle builds more than 8000000 objects (expected: less)");
    assertRefused("N" + "\u0094".repeat(9_000_000),
        "x.pt at byte 8000001: pickle builds more than 8000000 objects (expected: less)");
  }

  private static String tensor(String numel, String offset, String size, String stride) {
    return "ctorch._utils\n_rebuild_tensor_v2\n((U\7storagectorch\nFloatStorage\nU\0010U\3cpu" + numel + "tQ" + offset
        + size + stride + "\u0089" + ORDERED + ")RtR.";
  }

  /** A tuple of small numbers. */
  private static String numbers(String commaSeparated) {
    var pickle = new StringBuilder("(");
    for (var number : commaSeparated.split(",")) pickle.append('K').append((char) Integer.parseInt(number.strip()));
    return pickle + "t";
  }

  private static Object read(String latin1) {
    return Unpickler.read("x.pt", ByteBuffer.wrap(latin1.getBytes(StandardCharsets.ISO_8859_1))).root();
  }

  private static void assertRefused(String pickle) {
    assertThatThrownBy(() -> read(pickle)).isInstanceOf(CheckpointException.class)
        .hasMessageStartingWith("x.pt at byte ");
  }

  private static void assertRefused(String pickle, String message) {
    assertThatThrownBy(() -> read(pickle)).isInstanceOf(CheckpointException.class).hasMessage(message);
  }
}
