package dev.jtorch.nn.saving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.example.net.Nets.ByFunction;
import com.example.net.Nets.Holder;
import com.example.net.Nets.Net;
import com.example.net.Nets;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.io.Checkpoint;
import dev.jtorch.io.CheckpointException;
import dev.jtorch.io.Tuple;
import dev.jtorch.nn.Model;
import dev.jtorch.nn.Module;
import dev.jtorch.nn.ModuleException;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.linear.Linear;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be saved, and files that cannot or must not be loaded. */
class WholeModelErrorsTest {
  private static final String SAVEABLE =
      " (expected: modules, tensors, enums, records, collections and plain objects); a"
          + " transient field is left out";

  @TempDir private Path folder;
  private static boolean gadgetRan;

  /** What must never be made or initialised because of a file. */
  public static final class Gadget {
    static {
      gadgetRan = true;
    }
  }

  private Path file() { return folder.resolve("net.pt"); }

  private void assertRefused(Module net, String message) {
    assertThatThrownBy(() -> WholeModel.save(net, file())).isInstanceOf(CheckpointException.class).hasMessage(message);
    assertThat(file()).doesNotExist();
  }

  @Test void save_whatCannotBeSaved_isNamedWithItsPlace() {
    assertRefused(new Sequential(new Linear(1, 1), new ByFunction(2)),
        "net.pt: Sequential.1.activation holds a lambda, which cannot be saved" + SAVEABLE);
    assertRefused(new Holder(List.of(new Holder(Thread.currentThread()))),
        "net.pt: Holder.held[0].held holds a Thread, which cannot be saved" + SAVEABLE);
    assertRefused(new Holder(new TreeMap<>(Comparator.<String>naturalOrder().reversed())),
        "net.pt: Holder.held holds a TreeMap, which cannot be saved" + SAVEABLE);
    assertRefused(new Holder(new Object() {
      @Override public String toString() { return "anonymous"; }
    }), "net.pt: Holder.held holds a anonymous class, which cannot be saved" + SAVEABLE);
    assertRefused(Nets.inner(),
        "net.pt: Inner belongs to a Nets outside of the model (expected: a class that is static or"
            + " not nested); a transient field is left out");
    Tensor released = Torch.ones(1);
    released.close();
    assertRefused(new Holder(released),
        "net.pt: Holder.held holds a released tensor (expected: a live one); a transient field is left out");
    var circular = new Object[1];
    circular[0] = Optional.of(circular);
    WholeModel.save(new Holder(circular), file()); // an array can be part of itself
    var loaded = (Object[]) WholeModel.load(file(), Holder.class).held;
    assertThat(((Optional<?>) loaded[0]).orElseThrow()).isSameAs(loaded);
  }

  @Test void save_tooDeep() {
    Object nested = 1L;
    for (int i = 0; i < 1000; i++) nested = new ArrayList<>(Arrays.asList(nested));
    var net = new Holder(nested);
    assertThatThrownBy(() -> WholeModel.save(net, file())).isInstanceOf(CheckpointException.class)
        .hasMessageContaining("is nested deeper than 400 levels");
  }

  @Test void load_classThatIsNotAllowed() {
    WholeModel.save(new Sequential(new ReLU(), new Net(Nets.settings())), file());
    String needs =
        "net.pt: Sequential.1 needs the class com.example.net.Nets$Net, which is not allowed (expected: JTorch's"
            + " layers, dev.jtorch.nn.container.Sequential";
    assertThatThrownBy(() -> WholeModel.load(file(), Sequential.class)).isInstanceOf(CheckpointException.class)
        .hasMessage(needs + "); allow it if you trust the file");
    assertThatThrownBy(() -> WholeModel.load(file(), Sequential.class, o -> o.allow("com.example.other..", "com.*")))
        .hasMessage(needs + ", com.example.other.., com.*); allow it if you trust the file");
    for (String pattern : List.of("com.example.net.Nets", "com.example.net.*", "com..", "com.example.net..")) {
      assertThat(WholeModel.load(file(), Sequential.class, o -> o.allow(pattern))).hasSize(2);
    }
    assertThatThrownBy(() -> WholeModel.load(file(), Sequential.class, o -> o.allow("*")))
        .isInstanceOf(ModuleException.class);
  }

  /** A file of a Holder whose field is told to be an object of another class. */
  private void hostile(String className, Map<String, String> fields, String kind) {
    var holder = Tuple.of(Holder.class.getName(), SavedFields.of(Holder.class).description());
    List<@Nullable Object> cells = new ArrayList<>();
    SavedFields.of(Holder.class).description().keySet().forEach(name -> cells.add(switch (name) {
      case "held" -> Tuple.of(1L);
      case "dev.jtorch.nn.Module.training" -> true;
      case "dev.jtorch.nn.Module.registry" -> Tuple.of(2L);
      default -> false;
    }));
    var all = new LinkedHashMap<String, Object>();
    all.put("jtorch_whole_model", ModelWriter.VERSION);
    all.put("classes", List.of(holder, Tuple.of(className, fields)));
    all.put("objects", List.of(Tuple.of("object", 0L, cells), Tuple.of(kind, 1L, List.of()),
        Tuple.of("registry", List.of())));
    Checkpoint.save(all, file());
  }

  @Test void load_gadgets_areNeverMade() {
    for (String kind : List.of("object", "record", "enum", "class", "array")) {
      for (String name : List.of(Gadget.class.getName(), "java.lang.ProcessBuilder", "java.lang.Runtime",
          "javax.naming.InitialContext", "dev.jtorch.internal.NativeTensor", "org.bytedeco.javacpp.Pointer",
          "dev.jtorch.Scope", "[Ljava.lang.String;", "no.such.Class", "")) {
        hostile(name, Map.of(), kind);
        assertThatThrownBy(() -> WholeModel.load(file(), Holder.class, o -> o.allow("com.example..")))
            .isInstanceOf(CheckpointException.class).hasMessageNotContaining("\n");
      }
    }
    assertThat(gadgetRan).isFalse();
    hostile("java.lang.ProcessBuilder", Map.of(), "object");
    assertThatThrownBy(() -> WholeModel.load(file(), Holder.class, o -> o.allow("java..")))
        .isInstanceOf(CheckpointException.class);
    hostile("dev.jtorch.nn.Model", SavedFields.of(Model.class).description(), "object");
    assertThatThrownBy(() -> WholeModel.load(file(), Holder.class))
        .hasMessageStartingWith("net.pt: Holder.held: a dev.jtorch.nn.Model cannot be made");
  }

  /** A class compiled into a folder of its own. */
  private Class<? extends Module> compiled(String folderName, String body)
      throws IOException, ReflectiveOperationException {
    Path home = Files.createDirectories(folder.resolve(folderName));
    Path source = Files.writeString(home.resolve("Own.java"), "public class Own extends dev.jtorch.nn.Layer {" + body
        + " @Override protected dev.jtorch.Tensor forward(dev.jtorch.Tensor x) { return x; } }");
    ToolProvider.getSystemJavaCompiler().run(null, null, null, "-proc:none", "-d", home.toString(), "-cp",
        System.getProperty("java.class.path"), source.toString());
    var loader = new URLClassLoader(new URL[] {home.toUri().toURL()}, getClass().getClassLoader());
    return loader.loadClass("Own").asSubclass(Module.class);
  }

  @Test void load_changedAndMissingClasses() throws IOException, ReflectiveOperationException {
    Class<? extends Module> before = compiled("before", "public int size = 3; public double old = 1; long count;");
    Class<? extends Module> after = compiled("after", "public int size = 3; public double fresh = 1; int count;");
    WholeModel.save(before.getConstructor().newInstance(), file());
    assertThat(WholeModel.load(file(), before)).isInstanceOf(before);
    assertThatThrownBy(() -> WholeModel.load(file(), after)).isInstanceOf(CheckpointException.class).hasMessage(
        "net.pt: Own is a Own, which has changed: field 'old' is gone, field 'count' was long and is int, field 'fresh' is new"
            + " (expected: the class as it was saved); its weights are in the file's state_dict, Torch.load reads them");
    assertThatThrownBy(() -> WholeModel.load(file(), Module.class, o -> o.allow("Own"))).hasMessage(
        "net.pt: Module needs the class Own, which cannot be loaded here (expected: the class that was saved)");
  }

  @Test void load_anotherTypeOrKindOfFile() throws IOException {
    WholeModel.save(new Linear(1, 1), file());
    assertThatThrownBy(() -> WholeModel.load(file(), Sequential.class))
        .hasMessage("net.pt: holds a Linear (expected: a Sequential)");
    new Linear(1, 1).stateDict().save(file());
    assertThatThrownBy(() -> WholeModel.load(file(), Linear.class)).isInstanceOf(CheckpointException.class).hasMessage(
        "net.pt: is a file of torch.save (expected: a whole model); StateDict.load or Torch.load reads it");
    assertThatThrownBy(() -> WholeModel.load(folder.resolve("none.pt"), Linear.class))
        .hasMessage("none.pt: there is no such file (expected: a whole model)");
    assertThatThrownBy(() -> WholeModel.load(folder, Linear.class)).hasMessageContaining("is a folder");
  }

  @Test void load_truncatedAndFlipped() throws IOException {
    WholeModel.save(new Sequential(new Linear(1, 1), new ReLU()), file());
    byte[] whole = Files.readAllBytes(file());
    for (int length = 0; length < whole.length; length += 7) expectRefusal(Arrays.copyOf(whole, length));
    var random = new Random(3);
    for (int i = 0; i < 300; i++) {
      byte[] flipped = whole.clone();
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file(), flipped);
      Throwable thrown = catchThrowable(() -> WholeModel.load(file(), Sequential.class));
      if (thrown != null) assertOneLine(thrown); // a flip in an element or in a date is none of the structure
    }
  }

  private void expectRefusal(byte[] content) throws IOException {
    Files.write(file(), content);
    assertOneLine(catchThrowable(() -> WholeModel.load(file(), Sequential.class)));
  }

  private static void assertOneLine(Throwable thrown) {
    assertThat(thrown).isInstanceOfAny(CheckpointException.class, TorchException.class);
    assertThat(thrown.getMessage()).doesNotContain("\n");
  }

  /** A value with one random place in it replaced by something else. */
  private static @Nullable Object mutated(@Nullable Object value, Random random) {
    if (random.nextInt(6) == 0) {
      return List.of("object", 0L, -1L, 7L, true, 0.5, Tuple.of(0L), Tuple.of(99L), List.of(), Map.of("a", 1L),
          Long.MAX_VALUE, "registry", Torch.ones(2)).get(random.nextInt(13));
    }
    if (value instanceof List<?> list && !list.isEmpty()) return replaced(list, random);
    if (value instanceof Tuple tuple && tuple.size() > 0) return new Tuple(replaced(tuple.items(), random));
    if (!(value instanceof Map<?, ?> map) || map.isEmpty()) return value;
    Map<@Nullable Object, @Nullable Object> copy = new LinkedHashMap<>(map);
    Object key = new ArrayList<>(map.keySet()).get(random.nextInt(map.size()));
    copy.put(key, mutated(map.get(key), random));
    return copy;
  }

  private static List<@Nullable Object> replaced(List<?> list, Random random) {
    List<@Nullable Object> copy = new ArrayList<>(list);
    int at = random.nextInt(copy.size());
    copy.set(at, mutated(copy.get(at), random));
    return copy;
  }

  @Test void load_structureThatMakesNoSense() {
    WholeModel.save(new Net(Nets.settings()), file());
    Object whole = Torch.load(file()).value();
    var random = new Random(11);
    int refused = 0;
    for (int i = 0; i < 2000; i++) {
      var hostile = new LinkedHashMap<Object, @Nullable Object>((Map<?, ?>) whole);
      String part = List.of("classes", "objects").get(random.nextInt(2));
      hostile.put(part, mutated(hostile.get(part), random));
      Checkpoint.save(hostile, file());
      Throwable thrown = catchThrowable(() -> WholeModel.load(file(), Net.class, o -> o.allow("com.example..")));
      if (thrown == null) continue; // a number in the place of a number
      assertOneLine(thrown);
      refused++;
    }
    assertThat(refused).isGreaterThan(500);
  }
}
