package dev.jtorch.testing;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Structure.FieldOrder;
import com.sun.jna.Structure;
import dev.jtorch.MemoryStats;
import java.util.OptionalLong;

/** What the C library's allocator has handed out: exact where the process's resident memory also shows what Java's heap does. */
public final class Malloc {
  private Malloc() {}

  /** glibc's {@code struct mallinfo2}. */
  @FieldOrder({"arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks", "fordblks",
    "keepcost"})
  public static final class Info extends Structure implements Structure.ByValue {
    public long arena;
    public long ordblks;
    public long smblks;
    public long hblks;
    /** Bytes in blocks that the kernel gave one by one. */
    public long hblkhd;
    public long usmblks;
    public long fsmblks;
    /** Bytes in use in all arenas. */
    public long uordblks;
    public long fordblks;
    public long keepcost;
  }

  /** {@return the bytes in use now; empty where the C library is another, or older than glibc 2.33} */
  public static OptionalLong bytesInUse() {
    if (!Platform.isLinux()) return OptionalLong.empty();
    try {
      var now = (Info) NativeLibrary.getInstance(Platform.C_LIBRARY_NAME).getFunction("mallinfo2")
          .invoke(Info.class, new Object[0]);
      return OptionalLong.of(now.uordblks + now.hblkhd);
    } catch (UnsatisfiedLinkError e) {
      return OptionalLong.empty();
    }
  }

  /** {@return the bytes in use now, or all of the process's resident memory where the C library does not tell them} */
  public static long nativeBytes() {
    return bytesInUse().orElseGet(() -> MemoryStats.now().residentBytes());
  }
}
