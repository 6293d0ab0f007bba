package dev.jtorch.io.pickle;

/**
 * A run of elements that lives outside the pickle, in the record {@code data/<key>}.
 *
 * @param type what the elements are; an untyped storage is one of {@link ElementType#UINT8}
 * @param key name among the storages of a file; tensors that share memory share it
 * @param location device it was saved from, as in {@code cpu} or {@code cuda:0}
 * @param numel how many elements it has
 */
public record StorageRef(ElementType type, String key, String location, long numel) {

  /** Checks that the size in bytes is a number. */
  public StorageRef {
    if (numel < 0 || numel > Long.MAX_VALUE / type.size())
      throw new MalformedPickle("storage " + key + " claims " + numel + " elements");
  }

  /** {@return how many bytes it has} */
  public long byteSize() { return numel * type.size(); }

  /** The same bytes seen as another type; a rest that fills no element is left out. */
  StorageRef as(ElementType other) {
    return new StorageRef(other, key, location, byteSize() / other.size());
  }
}
