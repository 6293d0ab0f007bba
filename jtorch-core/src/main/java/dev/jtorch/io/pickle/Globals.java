package dev.jtorch.io.pickle;

import dev.jtorch.io.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The allow-list: every class and function that a file may name, as in PyTorch's {@code weights_only} reader. Nothing
 * is ever looked up by name outside this table.
 */
final class Globals {
  private static final Map<String, Object> ALLOWED = new HashMap<>();

  private static final Map<String, String> REFUSED = Map.of(
      "torch.serialization._get_layout", "a torch.layout; in Python, save its name",
      "torch._utils._rebuild_qtensor", "a quantized tensor; in Python, save it.dequantize()",
      "torch._utils._rebuild_sparse_tensor", "a sparse tensor; in Python, save it.to_dense()",
      "torch._utils._rebuild_nested_tensor", "a nested tensor; in Python, save it.to_padded_tensor(0.)",
      "torch._utils._rebuild_meta_tensor_no_storage", "a meta tensor; it has no data, save the real one in Python",
      "torch._utils._rebuild_wrapper_subclass", "a tensor subclass; in Python, save its plain tensors",
      "torch._utils._rebuild_device_tensor_from_numpy", "a device tensor; in Python, save it.cpu()",
      "torch._utils._rebuild_device_tensor_from_cpu_tensor", "a device tensor; in Python, save it.cpu()");

  static {
    allow("collections.OrderedDict", a -> BuildContainer.dict(Dict.Kind.ORDERED, a));
    allow("collections.Counter", a -> BuildContainer.dict(Dict.Kind.COUNTER, a));
    allow("collections.defaultdict", BuildContainer::defaultDict);
    allow("builtins.set", BuildContainer::set);
    allow("builtins.frozenset", BuildContainer::set);
    allow("builtins.complex", a -> new PythonComplex(a.get(0, Double.class), a.count(2, 2).get(1, Double.class)));
    allow("builtins.bytes", BuildContainer::bytes);
    allow("builtins.bytearray", BuildContainer::bytes);
    allow("_codecs.encode", BuildContainer::bytes);
    allow("torch.Size", a -> a.count() == 0 ? new SizeValue(List.of()) : new SizeValue(a.integerList(0)));
    allow("torch.device", a -> new DeviceValue(a.count(1, 2).text(0), a.count() == 2 ? a.integer(1) : null));
    allow("torch._utils._rebuild_tensor", RebuildTensor::v1);
    allow("torch._utils._rebuild_tensor_v2", RebuildTensor::v2);
    allow("torch._utils._rebuild_tensor_v3", RebuildTensor::v3);
    allow("torch._utils._rebuild_parameter", RebuildTensor::parameter);
    allow("torch._utils._rebuild_parameter_with_state", RebuildTensor::parameter);
    allow("torch._tensor._rebuild_from_type_v2", RebuildTensor::fromType);
    for (var name : new String[] {"builtins.int", "builtins.long", "builtins.float", "builtins.bool", "builtins.str",
      "builtins.list", "builtins.tuple", "builtins.dict", "torch.Tensor", RebuildTensor.PARAMETER,
      "torch.nn.parameter.Buffer"})
      ALLOWED.put(name, Global.named(name));
    for (var name : DTypeValue.names()) ALLOWED.put("torch." + name, new DTypeValue(name));
    for (var type : ElementType.values()) allowStorage(type);
    ALLOWED.put("torch.storage.UntypedStorage", new StorageClass(ElementType.UINT8));
  }

  private Globals() {}

  static Object find(String module, String name) {
    var path = (module.equals("__builtin__") ? "builtins" : module) + "." + name; // Python 2's name, in protocol 2
    var allowed = ALLOWED.get(path);
    if (allowed != null) return allowed;
    var refused = REFUSED.get(path);
    if (refused != null) throw new MalformedPickle(path + " builds " + refused);
    throw new ForeignClass(path);
  }

  private static void allow(String name, Function<Args, @Nullable Object> call) {
    ALLOWED.put(name, new Global(name, call));
  }

  private static void allowStorage(ElementType type) {
    if (type.storageClass() == null) return;
    ALLOWED.put("torch." + type.storageClass(), new StorageClass(type));
    ALLOWED.put("torch.cuda." + type.storageClass(), new StorageClass(type));
  }

  /**
   * An allowed class or function by name, with the harmless Java code that stands in for calling it.
   *
   * @param name full name in Python
   * @param call what calling it gives
   */
  record Global(String name, Function<Args, @Nullable Object> call) {

    /** A class that files may mention but not call. */
    static Global named(String name) {
      return new Global(name, args -> {
        throw new MalformedPickle("call of " + name + " (expected: it is only named)");
      });
    }

    @Nullable Object call(Tuple args) { return call.apply(new Args(name, args)); }
  }

  /**
   * A class such as {@code torch.FloatStorage}, which a pickle names to say what a storage holds.
   *
   * @param type what its storages hold
   */
  record StorageClass(ElementType type) {}
}
