package dev.jtorch.examples.migration;

import static dev.jtorch.vision.io.Images.decodeImage;
import static dev.jtorch.vision.io.Images.encodeJpeg;
import static dev.jtorch.vision.io.Images.readImage;
import static dev.jtorch.vision.io.Images.writeJpeg;
import static dev.jtorch.vision.io.Images.writePng;

import dev.jtorch.DType;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.vision.datasets.ImageFolder;
import dev.jtorch.vision.io.ImageReadMode;
import dev.jtorch.vision.models.IntermediateLayerGetter;
import dev.jtorch.vision.models.MobileNetV2;
import dev.jtorch.vision.models.Models;
import dev.jtorch.vision.models.ResNet;
import dev.jtorch.vision.models.SqueezeNet;
import dev.jtorch.vision.ops.Conv2dNormActivation;
import dev.jtorch.vision.ops.FeaturePyramidNetwork;
import dev.jtorch.vision.transforms.CenterCrop;
import dev.jtorch.vision.transforms.Compose;
import dev.jtorch.vision.transforms.ImageClassification;
import dev.jtorch.vision.transforms.InterpolationMode;
import dev.jtorch.vision.transforms.Normalize;
import dev.jtorch.vision.transforms.Resize;
import dev.jtorch.vision.transforms.ToTensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** torchvision. */
public class Images {
  public static void main(String[] args) throws Exception {
    models();
    transforms();
    io(Files.createTempDirectory("migration"));
  }

  /** torchvision.models and torchvision.ops */
  static void models() {
    ResNet net = ResNet.resnet18(); // py: net = torchvision.models.resnet18()
    ResNet.resnet18(o -> o.numClasses(10)); // py: torchvision.models.resnet18(num_classes=10)
    MobileNetV2.mobilenet_v2(o -> o.widthMult(0.5)); // py: torchvision.models.mobilenet_v2(width_mult=0.5)
    SqueezeNet.squeezenet1_1(); // py: torchvision.models.squeezenet1_1()
    Models.listModels(); // py: torchvision.models.list_models()
    Models.getModel("resnet18"); // py: torchvision.models.get_model("resnet18")
    Models.getModel("resnet18", 10); // py: torchvision.models.get_model("resnet18", num_classes=10)
    new IntermediateLayerGetter(net, Map.of("layer1", "feat1")); // py: torchvision.models._utils.IntermediateLayerGetter(net, {"layer1": "feat1"})
    new Conv2dNormActivation(3, 8); // py: torchvision.ops.Conv2dNormActivation(3, 8)
    new FeaturePyramidNetwork(new long[] {8, 16}, 4); // py: torchvision.ops.FeaturePyramidNetwork([8, 16], 4)
  }

  /** torchvision.transforms */
  static void transforms() {
    // given: image = torch.randint(0, 256, (3, 40, 60), dtype=torch.uint8)
    Tensor image = Torch.randint(0, 256, 3, 40, 60).to(DType.UINT8);
    new ToTensor().apply(image); // py: torchvision.transforms.v2.functional.to_dtype(image, torch.float32, scale=True)
    new Resize(32).apply(image); // py: torchvision.transforms.Resize(32)(image)
    new Resize(24, 32).apply(image); // py: torchvision.transforms.Resize((24, 32))(image)
    new Resize(32, o -> o.interpolation(InterpolationMode.BICUBIC)).apply(image); // py: torchvision.transforms.Resize(32, interpolation=InterpolationMode.BICUBIC)(image)
    new CenterCrop(24).apply(image); // py: torchvision.transforms.CenterCrop(24)(image)
    new Normalize(new double[] {0.5, 0.5, 0.5}, new double[] {0.2, 0.2, 0.2}).apply(image.toFloat()); // py: torchvision.transforms.Normalize([0.5, 0.5, 0.5], [0.2, 0.2, 0.2])(image.float())
    new ImageClassification(224).apply(image); // py: torchvision.transforms._presets.ImageClassification(crop_size=224)(image)
    new Compose(new ToTensor(), new CenterCrop(24)).apply(image); // py: torchvision.transforms.Compose([torchvision.transforms.ConvertImageDtype(torch.float32), torchvision.transforms.CenterCrop(24)])(image)
  }

  /** torchvision.io and torchvision.datasets */
  static void io(Path folder) throws Exception {
    // given: image = torch.randint(0, 256, (3, 40, 60), dtype=torch.uint8); folder = tempfile.mkdtemp(); os.mkdir(folder + "/cat")
    Tensor image = Torch.randint(0, 256, 3, 40, 60).to(DType.UINT8);
    Files.createDirectory(folder.resolve("cat"));
    writeJpeg(image, folder.resolve("cat/a.jpg")); // py: torchvision.io.write_jpeg(image, folder + "/cat/a.jpg")
    writePng(image, folder.resolve("cat/a.png")); // py: torchvision.io.write_png(image, folder + "/cat/a.png")
    readImage(folder.resolve("cat/a.png")); // py: torchvision.io.read_image(folder + "/cat/a.png")
    readImage(folder.resolve("cat/a.png"), o -> o.mode(ImageReadMode.GRAY)); // py: torchvision.io.read_image(folder + "/cat/a.png", ImageReadMode.GRAY)
    decodeImage(encodeJpeg(image, 90)); // py: torchvision.io.decode_image(torchvision.io.encode_jpeg(image, 90))
    var photos = new ImageFolder(folder, new Resize(32)); // py: photos = torchvision.datasets.ImageFolder(folder, torchvision.transforms.Resize(32))
    photos.classes(); // py: photos.classes
    photos.get(0).target(); // py: photos[0][1]
  }
}
