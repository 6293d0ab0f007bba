package dev.jtorch.nn.saving;

import static dev.jtorch.internal.Arguments.required;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.io.Checkpoint;
import dev.jtorch.io.CheckpointException;
import dev.jtorch.io.form.FileForm;
import dev.jtorch.nn.Module;
import dev.jtorch.nn.ModuleException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * Saves a network with its structure, and loads it without calling its constructors: Python's {@code torch.save(net, path)}.
 *
 * <p>Everything that the fields hold is saved: modules, including those added by surgery or registration; parameters and buffers
 * with dtype, device and {@code requiresGrad}; modes, tensors, numbers, strings, enums, records, collections, arrays, and objects
 * made of these. What is shared in the tree is shared after loading. Hooks, gradients and {@code transient} fields are not saved;
 * such a field is 0 or null after loading. Classes need no preparation; {@code Serializable} plays no part.
 *
 * <p>The file is bound to the classes: loading fails where a field was added, removed or got another type. A state
 * ({@link Module#stateDict()}) is smaller, safer and survives such changes, so prefer it for long-term storage. Python can read
 * the weights of the file, too: {@code torch.load(path, weights_only=True)["state_dict"]}.
 *
 * <p>A file can name any class. Loading makes objects of JTorch's layers, of the requested class and its nested ones, and of
 * the classes that the options allow; it fails before it touches any other.
 *
 * <pre>{@code
 * WholeModel.save(net, file);
 * Sequential again = WholeModel.load(file, Sequential.class);
 * }</pre>
 *
 * <p>Differs from PyTorch: functions (lambdas) in fields cannot be saved, and are refused by name; Python's own whole-model files
 * are pickled programs and are not read.
 *
 * @see <a href="https://docs.pytorch.org/tutorials/beginner/saving_loading_models.html">Saving and loading models</a>
 */
public final class WholeModel {
  private WholeModel() {}

  /**
   * Writes the network. The file appears complete or not at all.
   *
   * @throws CheckpointException if a field holds what cannot be saved, which the message names, or the file cannot be written
   * @throws ModuleException if a field is in a package that is not open to JTorch
   */
  public static void save(Module net, Path path) {
    Checkpoint.save(new ModelWriter(String.valueOf(path.getFileName()), net).file(), path);
  }

  /** The same as {@link #save(Module, Path)}, for a path in text. */
  public static void save(Module net, String path) {
    save(net, Path.of(required(path, "path")));
  }

  /** Reads a network of JTorch's classes, and of {@code type} and the classes nested in it. */
  public static <M extends Module> M load(Path path, Class<M> type) {
    return load(path, type, o -> o);
  }

  /** The same as {@link #load(Path, Class)}, for a path in text. */
  public static <M extends Module> M load(String path, Class<M> type) {
    return load(Path.of(required(path, "path")), type);
  }

  /**
   * Reads a network.
   *
   * @param type what the network is
   * @param with says which other classes may be made, and on which device the tensors shall lie
   * @throws CheckpointException if the file is damaged or of another kind, or names a class that is not allowed, is missing here
   *     or has changed
   * @throws dev.jtorch.DeviceException if a tensor's device does not exist here
   */
  public static <M extends Module> M load(Path path, Class<M> type, UnaryOperator<WholeModelOptions> with) {
    FileForm.WHOLE_MODEL.require(path);
    Checkpoint file = Checkpoint.load(path);
    var reader = new ModelReader(String.valueOf(path.getFileName()), type, configured(new WholeModelOptions(), with));
    return type.cast(reader.read(file));
  }

  /** The same as {@link #load(Path, Class, UnaryOperator)}, for a path in text. */
  public static <M extends Module> M load(String path, Class<M> type, UnaryOperator<WholeModelOptions> with) {
    return load(Path.of(required(path, "path")), type, with);
  }
}
