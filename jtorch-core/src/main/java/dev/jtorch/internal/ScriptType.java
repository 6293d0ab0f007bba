package dev.jtorch.internal;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.pytorch.Type;
import org.bytedeco.pytorch.global.torch.TypeKind;

/**
 * A type that TorchScript declares, looked up once.
 *
 * @param type the native type, kept for ever
 * @param kind which kind of type it is
 * @param text the type as Python annotates it
 * @param contained the types of elements, or of keys and values
 */
record ScriptType(Type.TypePtr type, TypeKind kind, String text, List<ScriptType> contained) {
  static ScriptType of(Type.TypePtr pointer) {
    Type.TypePtr type = PooledNatives.kept(new Type.TypePtr(pointer));
    var contained = new ArrayList<ScriptType>();
    TypeKind kind = type.get().kind().intern();
    // a class contains the types of its attributes, among them perhaps itself
    if (kind != TypeKind.ClassType && kind != TypeKind.InterfaceType) {
      for (long i = 0; i < type.get().containedTypeSize(); i++) {
        try (var element = type.get().containedType(i)) {
          contained.add(of(element));
        }
      }
    }
    try (BytePointer text = type.get().annotation_str()) {
      return new ScriptType(type, kind, text.getString(), List.copyOf(contained));
    }
  }

  ScriptType contained(int index) {
    return contained.get(index);
  }
}
