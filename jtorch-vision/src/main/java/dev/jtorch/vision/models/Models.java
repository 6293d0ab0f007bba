package dev.jtorch.vision.models;

import dev.jtorch.io.CheckpointException;
import dev.jtorch.io.StateDict;
import dev.jtorch.nn.Layer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;

/**
 * The networks for images by the names of torchvision's builders, such as {@code resnet18}.
 *
 * <p>Differs from PyTorch: there are networks for classification only; a builder takes the number of classes, and the
 * family's own methods, such as {@link ResNet#resnet18(UnaryOperator)}, take all options.
 *
 * @see <a href="https://docs.pytorch.org/vision/stable/models.html#model-registration-mechanism">torchvision.models</a>
 */
public final class Models {
  private static final long IMAGENET_CLASSES = 1000;
  /** Each makes a network of some number of classes; in the order of their names. */
  private static final SortedMap<String, LongFunction<Layer>> BUILDERS = new TreeMap<>();

  static {
    BUILDERS.put("alexnet", classes -> AlexNet.alexnet(o -> o.numClasses(classes)));
    densenet("densenet121", DenseNet::densenet121);
    densenet("densenet161", DenseNet::densenet161);
    densenet("densenet169", DenseNet::densenet169);
    densenet("densenet201", DenseNet::densenet201);
    BUILDERS.put("mobilenet_v2", classes -> MobileNetV2.mobilenet_v2(o -> o.numClasses(classes)));
    resnet("resnet18", ResNet::resnet18);
    resnet("resnet34", ResNet::resnet34);
    resnet("resnet50", ResNet::resnet50);
    resnet("resnet101", ResNet::resnet101);
    resnet("resnet152", ResNet::resnet152);
    resnet("resnext50_32x4d", ResNet::resnext50_32x4d);
    resnet("resnext101_32x8d", ResNet::resnext101_32x8d);
    resnet("resnext101_64x4d", ResNet::resnext101_64x4d);
    resnet("wide_resnet50_2", ResNet::wide_resnet50_2);
    resnet("wide_resnet101_2", ResNet::wide_resnet101_2);
    squeezenet("squeezenet1_0", SqueezeNet::squeezenet1_0);
    squeezenet("squeezenet1_1", SqueezeNet::squeezenet1_1);
    vgg("vgg11", VGG::vgg11);
    vgg("vgg11_bn", VGG::vgg11_bn);
    vgg("vgg13", VGG::vgg13);
    vgg("vgg13_bn", VGG::vgg13_bn);
    vgg("vgg16", VGG::vgg16);
    vgg("vgg16_bn", VGG::vgg16_bn);
    vgg("vgg19", VGG::vgg19);
    vgg("vgg19_bn", VGG::vgg19_bn);
  }

  private Models() {}

  private static void densenet(String name, Function<UnaryOperator<DenseNet.Options>, DenseNet> builder) {
    BUILDERS.put(name, classes -> builder.apply(o -> o.numClasses(classes)));
  }

  private static void resnet(String name, Function<UnaryOperator<ResNet.Options>, ResNet> builder) {
    BUILDERS.put(name, classes -> builder.apply(o -> o.numClasses(classes)));
  }

  private static void squeezenet(String name, Function<UnaryOperator<SqueezeNet.Options>, SqueezeNet> builder) {
    BUILDERS.put(name, classes -> builder.apply(o -> o.numClasses(classes)));
  }

  private static void vgg(String name, Function<UnaryOperator<VGG.Options>, VGG> builder) {
    BUILDERS.put(name, classes -> builder.apply(o -> o.numClasses(classes)));
  }

  /** {@return the names of all builders, sorted} */
  public static List<String> listModels() {
    return List.copyOf(BUILDERS.keySet());
  }

  /**
   * {@return what makes the network of a name from the number of its classes}
   *
   * @param name in capital letters or small ones
   * @throws UnknownModelException if there is no such builder
   */
  public static LongFunction<Layer> getModelBuilder(String name) {
    String known = name.toLowerCase(Locale.ROOT);
    LongFunction<Layer> builder = BUILDERS.get(known);
    if (builder != null) return builder;
    throw new UnknownModelException("Unknown model " + known + "; Models.listModels() gives the names");
  }

  /**
   * {@return the network of a name for ImageNet's 1000 classes, with random weights}
   *
   * @throws UnknownModelException if there is no such builder
   */
  public static Layer getModel(String name) {
    return getModel(name, IMAGENET_CLASSES);
  }

  /**
   * {@return the network of a name for some number of classes, with random weights}
   *
   * @throws UnknownModelException if there is no such builder
   */
  public static Layer getModel(String name, long numClasses) {
    return getModelBuilder(name).apply(numClasses);
  }

  /**
   * {@return the network of a name for ImageNet's 1000 classes, with the weights of a file} The file is a state that Python's
   * {@code torch.save(net.state_dict(), path)} wrote, or in any other format that {@link StateDict#load} reads. JTorch has no
   * weights of its own and fetches none.
   *
   * @throws UnknownModelException if there is no such builder
   * @throws CheckpointException if there is no such file, or it holds no state
   * @throws dev.jtorch.nn.StateDictException if any key is missing or unexpected or any shape differs
   */
  public static Layer getModel(String name, Path weights) {
    return getModel(name, IMAGENET_CLASSES, weights);
  }

  /**
   * {@return the network of a name for some number of classes, with the weights of a file} See
   * {@link #getModel(String, Path)}, which throws the same.
   */
  public static Layer getModel(String name, long numClasses, Path weights) {
    LongFunction<Layer> builder = getModelBuilder(name);
    if (!Files.exists(weights)) {
      throw new CheckpointException(weights.getFileName() + ": there is no such file (expected: weights of "
          + name + " that torch.save(net.state_dict(), ..) wrote); JTorch has none of its own");
    }
    StateDict state = StateDict.load(weights); // before the network, whose random values take time
    Layer net = builder.apply(numClasses);
    net.loadStateDict(state);
    return net;
  }
}
