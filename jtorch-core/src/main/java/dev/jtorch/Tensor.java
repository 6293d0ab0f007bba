package dev.jtorch;

import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.internal.AtenConversion;
import dev.jtorch.internal.NativeAutograd;
import dev.jtorch.internal.NativeData;
import dev.jtorch.internal.NativeErrors;
import dev.jtorch.internal.NativeTensor;
import dev.jtorch.internal.Natives;
import dev.jtorch.internal.TensorAccess;
import dev.jtorch.internal.text.PrintDefaults;
import dev.jtorch.internal.text.TensorText;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * An n-dimensional array of one element type, on one device, with automatic gradients.
 *
 * <p>The operators stand in the interfaces that this class implements, by family; {@link Torch} makes tensors. Names are
 * PyTorch's in camel case; an operator whose name ends in {@code _} changes the tensor and returns it.
 *
 * <p>It is PyTorch's {@code Variable}, too, which has been another name for a tensor since PyTorch 0.4 and does not exist here:
 * {@link #data}, {@link #grad}, {@link #gradFn}, {@link #requiresGrad} and {@link #isLeaf} are the tensor's own.
 *
 * <p>A tensor is freed by the collector when it is unreachable, at the end of the {@link Scope} it was made in, or by
 * {@link #close()}. Using it afterwards throws {@link ReleasedTensorException} and never touches freed memory.
 *
 * <p>Threads: any number of threads may compute with one tensor at the same time. If one changes its elements in place meanwhile, the
 * values are undefined, as in PyTorch, but nothing crashes. A change of its shape, storage, history or gradient waits until no other
 * thread's call, backward pass or optimizer step can see it, and throws a {@link TorchException} after ten seconds. A tensor that another
 * thread uses after its scope has ended needs {@link #keepForever()}.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/tensors.html">torch.Tensor</a>
 */
public non-sealed class Tensor
    implements
      AutoCloseable,
      Iterable<Tensor>,
      ArithmeticOps,
      MathOps,
      AliasOps,
      LogicalOps,
      ComparisonOps,
      SortingOps,
      ReductionOps,
      ShapeOps,
      IndexingOps,
      LinearAlgebraOps,
      RandomOps,
      ConversionOps,
      GradientOps {
  private static final AtomicBoolean WARNED_OF_NO_LEAF = new AtomicBoolean();

  static {
    Natives.load();
    NativeErrors.install(new ErrorTranslation());
    TensorAccess.install(new TensorAccess() {
      @Override public NativeTensor handle(Object tensor) { return Tensor.handle(tensor); }

      @Override public Object tensor(NativeTensor handle) { return new Tensor(handle); }

      @Override public Class<?> type() { return Tensor.class; }
    });
  }

  private final NativeTensor handle;
  private @Nullable Tensor grad;

  private Tensor(NativeTensor handle) {
    this.handle = handle;
  }

  /**
   * For subclasses that stand for the same native tensor as {@code same} and outlive every scope: parameters and buffers.
   */
  protected Tensor(Tensor same) {
    handle = same.handle;
    handle.leaveScopes();
  }

  /** Makes sure that LibTorch is loaded, which happens anyway when the first tensor is made. */
  public static void loadNatives() {
    // the static initialiser has done it
  }

  /** The handle for an operator, which refuses null by the name of the argument that it is. */
  @SuppressWarnings({"NullAway", "DataFlowIssue"}) static NativeTensor handle(@Nullable Object tensor) {
    return tensor == null ? null : ((Tensor) tensor).handle;
  }

  static @Nullable NativeTensor handleOrNull(@Nullable Tensor tensor) { return tensor == null ? null : tensor.handle; }

  static NativeTensor[] handles(List<? extends Tensor> tensors) {
    return required(tensors).stream().map(Tensor::handle).toArray(NativeTensor[]::new);
  }

  static NativeTensor[] handles(Tensor... tensors) {
    return handles(Arrays.asList(required(tensors)));
  }

  static Tensor tensor(NativeTensor handle) { return new Tensor(handle); }

  static List<Tensor> tensors(NativeTensor... handles) {
    var tensors = new Tensor[handles.length];
    for (int i = 0; i < tensors.length; i++) tensors[i] = new Tensor(handles[i]);
    return List.of(tensors);
  }

  /** {@return the element type} */
  public final DType dtype() { return DType.of(NativeData.dtype(handle)); }

  /** {@return the device that holds the elements} */
  public final Device device() {
    return Device.of(NativeData.deviceType(handle), NativeData.deviceIndex(handle));
  }

  /** {@return the index of the device that holds the elements; -1 on the CPU} */
  public final int getDevice() {
    return device().index();
  }

  /** {@return the sizes of all dimensions} */
  public final Size shape() { return Size.of(NativeData.sizes(handle)); }

  /** {@return the sizes of all dimensions; PyTorch's {@code size()}} */
  public final Size size() { return shape(); }

  /**
   * The size of one dimension.
   *
   * @param dim counted from the end where it is negative
   * @throws IndexException if there is no such dimension
   */
  public final long size(int dim) { return NativeData.size(handle, existingDim(dim)); }

  /** {@return how many elements lie between neighbours in each dimension} */
  public final List<Long> stride() {
    return Size.of(NativeData.strides(handle));
  }

  /**
   * The stride of one dimension.
   *
   * @param dim counted from the end where it is negative
   * @throws IndexException if there is no such dimension
   */
  public final long stride(int dim) {
    return NativeData.strides(handle)[existingDim(dim)];
  }

  /** {@return how many elements of the storage come before the first} */
  public final long storageOffset() {
    return NativeData.storageOffset(handle);
  }

  /** {@return the number of dimensions; 0 for a scalar} */
  public final int dim() { return NativeData.dim(handle); }

  /** {@return the number of dimensions; 0 for a scalar} */
  public final int ndim() { return dim(); }

  /** {@return the number of elements; 1 for a scalar} */
  public final long numel() { return NativeData.numel(handle); }

  /** {@return bytes of one element} */
  public final int elementSize() { return (int) NativeData.itemSize(handle); }

  /** {@return bytes of all elements} */
  public final long nbytes() { return NativeData.bytes(handle); }

  /** {@return the address of the first element, which views of the same beginning share; 0 where there are no elements} */
  public final long dataPtr() {
    return NativeData.address(handle);
  }

  public final boolean isContiguous() { return NativeData.contiguous(handle); }

  public final boolean isContiguous(MemoryFormat format) {
    return NativeData.contiguous(handle, required(format, "format").code());
  }

  public final boolean isFloatingPoint() { return dtype().isFloatingPoint(); }

  public final boolean isComplex() { return dtype().isComplex(); }

  public final boolean isCuda() { return device().isCuda(); }

  public final boolean isCpu() { return device().isCpu(); }

  /**
   * The gradient that {@code backward} accumulated; null where there is none. The same object comes back until another
   * gradient takes its place. It belongs to no scope. Only leaves, and tensors told to by {@link #retainGrad}, get gradients: the
   * first look at the missing gradient of another one is answered by a warning in the log.
   */
  public final @Nullable Tensor grad() {
    Tensor known = grad;
    if (known != null && !known.handle.released() && NativeAutograd.isGrad(handle, known.handle)) return known;
    NativeTensor found = NativeAutograd.grad(handle);
    grad = found == null ? null : new Tensor(found);
    if (found == null && !isLeaf() && !retainsGrad()) warnNoLeaf();
    return grad;
  }

  /**
   * Sets or, with null, removes the gradient. This waits while another thread runs a backward pass or an optimizer's step that
   * may reach the tensor.
   *
   * @throws TorchException if its shape, dtype or device differs from the tensor's, or if another thread's backward pass has not
   *     ended after ten seconds
   */
  public final void grad(@Nullable Tensor gradient) {
    if (gradient != null) requireFitting(gradient);
    NativeAutograd.setGrad(handle, gradient == null ? null : gradient.handle);
    grad = null;
  }

  /**
   * Moves the tensor out of its scope, to the surrounding scope or, where there is none, to the collector. In a module's call,
   * such as in a hook, it moves to the scope around the outermost call.
   *
   * @return this
   */
  public final Tensor keep() {
    requireAlive();
    handle.keep();
    return this;
  }

  /**
   * Moves the tensor out of all scopes, to the collector: for a tensor that another thread or a later step goes on using.
   *
   * @return this
   */
  public final Tensor keepForever() {
    requireAlive();
    handle.leaveScopes();
    return this;
  }

  /** Frees the tensor's native memory now, unless something else still needs it; repeated calls do nothing. */
  @Override public final void close() {
    handle.close();
  }

  /** {@return whether the tensor's scope has ended or it was closed} */
  public final boolean isReleased() {
    return handle.released();
  }

  /** True where both stand for the same native tensor: Python's {@code is}. */
  public final boolean isSameAs(Tensor other) {
    return this == other || handle.sameTensor(required(other, "other").handle);
  }

  /**
   * {@return the slices of the first dimension, in order, as views}
   *
   * @throws IndexException if there are no dimensions
   */
  @Override public final Iterator<Tensor> iterator() {
    if (dim() == 0) throw new IndexException("iteration over a 0-d tensor");
    return unbind().iterator();
  }

  /** {@return a copy with storage of its own, in the same order in memory; part of the graph} */
  @Override public final Tensor clone() {
    return new Tensor(AtenConversion.clone(handle, MemoryFormat.none())); // which preserves, and takes sparse ones, too
  }

  private int existingDim(int dim) { return Dims.existing(dim, dim()); }

  private void requireAlive() { NativeData.numel(handle); }

  /** The tensor as Python prints it, with the options of {@link Torch#setPrintOptions}. */
  @Override public String toString() {
    return toString("");
  }

  /** The tensor's text after a heading, for subclasses: {@code "Parameter containing:\n"}. */
  protected final String toString(String heading) {
    return TensorText.format(new TensorPrinting(this, heading), PrintDefaults.get());
  }

  /** Once in a process. */
  private static void warnNoLeaf() {
    if (WARNED_OF_NO_LEAF.getAndSet(true)) return;
    System.getLogger(Tensor.class.getName()).log(Level.WARNING,
        "The .grad attribute of a Tensor that is not a leaf Tensor is being accessed. Its .grad attribute won't be"
            + " populated during autograd.backward(). If you indeed want the .grad field to be populated for a non-leaf Tensor,"
            + " use .retain_grad() on the non-leaf Tensor. If you access the non-leaf Tensor by mistake, make sure you access the"
            + " leaf Tensor instead. See github.com/pytorch/pytorch/pull/30531 for more information.");
  }

  private void requireFitting(Tensor gradient) {
    if (dtype() != gradient.dtype()) {
      throw new DTypeException("attempting to assign a gradient with dtype '" + gradient.dtype()
          + "' to a tensor with dtype '" + dtype() + "'");
    }
    if (!shape().equals(gradient.shape())) {
      throw new ShapeException("attempting to assign a gradient of size '" + gradient.shape().asList()
          + "' to a tensor of size '" + shape().asList()
          + "'. Please ensure that the gradient and the tensor are the same size");
    }
    if (!device().equals(gradient.device())) {
      throw new DeviceException("attempting to assign a gradient on device '" + gradient.device()
          + "' to a tensor on device '" + device()
          + "'. Please ensure that the gradient and the tensor are on the same device");
    }
  }
}
