package dev.jtorch.io.pickle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes tensors as calls of PyTorch's rebuild functions, and numbers their storages in the order they come. */
final class TensorPickler {
  /** A storage, and the key that the pickle gives it. */
  private record Numbered(StorageRef storage, String key) {}

  private final PickleOutput out;
  private final Map<String, Numbered> storages = new LinkedHashMap<>();

  TensorPickler(PickleOutput out) { this.out = out; }

  List<StorageRef> storages() {
    var inOrder = new ArrayList<StorageRef>();
    storages.values().forEach(numbered -> inOrder.add(numbered.storage));
    return inOrder;
  }

  void tensor(TensorRef tensor) {
    if (!tensor.isParameter()) {
      strided(tensor, tensor.requiresGrad());
      out.memoize(tensor);
      return;
    }
    out.global("torch._utils", "_rebuild_parameter");
    strided(tensor, false);
    out.memoize();
    flag(tensor.requiresGrad());
    noHooks();
    out.op(Opcode.TUPLE3);
    out.memoize();
    out.op(Opcode.REDUCE);
    out.memoize(tensor);
  }

  void storage(StorageRef storage) {
    var storageClass = storage.type().storageClass();
    out.op(Opcode.MARK);
    out.text("storage");
    if (storageClass == null) out.global("torch.storage", "UntypedStorage");
    else out.global("torch", storageClass);
    out.text(number(storage));
    out.text(storage.location());
    out.integer(storageClass == null ? storage.byteSize() : storage.numel());
    out.op(Opcode.TUPLE);
    out.memoize();
    out.op(Opcode.BINPERSID);
  }

  private void strided(TensorRef tensor, boolean requiresGrad) {
    var type = tensor.storage().type();
    boolean typed = type.storageClass() != null;
    out.global("torch._utils", typed ? "_rebuild_tensor_v2" : "_rebuild_tensor_v3");
    out.op(Opcode.MARK);
    storage(tensor.storage());
    out.integer(tensor.offset());
    integers(tensor.size());
    integers(tensor.stride());
    flag(requiresGrad);
    noHooks();
    if (!typed) out.global("torch", type.pythonName());
    out.op(Opcode.TUPLE);
    out.memoize();
    out.op(Opcode.REDUCE);
  }

  private String number(StorageRef storage) {
    var numbered = storages.computeIfAbsent(storage.key(),
        key -> new Numbered(storage, Integer.toString(storages.size())));
    var first = numbered.storage;
    if (first.type() != storage.type() || first.numel() != storage.numel())
      throw new MalformedPickle(
          "storage " + storage.key() + " is " + storage.numel() + " " + storage.type().pythonName()
              + " (expected: " + first.numel() + " " + first.type().pythonName()
              + ", as before); tensors of different types cannot share a storage in a file, save a copy of one");
    return numbered.key;
  }

  private void integers(long[] values) {
    out.beginTuple(values.length);
    for (long value : values) out.integer(value);
    out.endTuple(values.length);
    if (values.length > 0) out.memoize();
  }

  private void flag(boolean value) { out.op(value ? Opcode.NEWTRUE : Opcode.NEWFALSE); }

  private void noHooks() {
    out.global("collections", "OrderedDict");
    out.op(Opcode.EMPTY_TUPLE);
    out.op(Opcode.REDUCE);
    out.memoize();
  }
}
