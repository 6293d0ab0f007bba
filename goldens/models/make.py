"""Builds torchvision's networks for classification for dev.jtorch.vision.models.

Made with torch 2.10.0+cu128, torchvision 0.25.0+cu128 and safetensors 0.8.0, seeds below. From the root of the repository:
    python goldens/models/make.py
It writes, each below 50 kB, into jtorch-vision/src/test/resources/golden/models:
    nets.txt              of all builders and of some options: parameters, entries of the state, checksum of the lines "key shape
                          dtype", and `digest` of the values after manual_seed(0)
    logits.safetensors    logits of all builders; see `logits`
    NAME.txt              print(NAME()) of one of each family
    NAME.safetensors      of the five smallest and a bottleneck: all logits, and gradients; see `gradients`
"""
import copy

import torch
from torch import nn
from torchvision import models
from torchvision.models import densenet, resnet, vgg

from nets import crc, digest, images, ramp, randomize, seeded, shape, write, write_tensors

BUILDERS = [
    "alexnet", "densenet121", "densenet161", "densenet169", "densenet201", "mobilenet_v2", "resnet18", "resnet34",
    "resnet50", "resnet101", "resnet152", "resnext50_32x4d", "resnext101_32x8d", "resnext101_64x4d", "wide_resnet50_2",
    "wide_resnet101_2", "squeezenet1_0", "squeezenet1_1", "vgg11", "vgg11_bn", "vgg13", "vgg13_bn", "vgg16", "vgg16_bn",
    "vgg19", "vgg19_bn",
]
SMALLEST = ["squeezenet1_1", "squeezenet1_0", "mobilenet_v2", "densenet121", "resnet18"]
PRINTED = ["resnet18", "alexnet", "vgg11_bn", "squeezenet1_1", "mobilenet_v2", "small_densenet"]
# where float32 is this far from float64 in PyTorch itself, the logits are compared in float64
UNCERTAIN = 2e-5


def small_densenet(**options):
    return densenet.DenseNet(growth_rate=8, block_config=(2, 3, 1), num_init_features=16, **options)


def tiny_vgg(**options):
    features = nn.Sequential(nn.Conv2d(3, 512, 3, bias=False), nn.BatchNorm2d(512), nn.MaxPool2d(16))
    return vgg.VGG(features, num_classes=5, **options)


OPTIONS = {
    "zero_init_residual": lambda: models.resnet18(zero_init_residual=True, num_classes=10),
    "zero_init_bottleneck": lambda: models.resnet50(zero_init_residual=True, num_classes=10),
    "dilation": lambda: models.resnet50(replace_stride_with_dilation=[False, True, True], num_classes=3),
    "norm_layer": lambda: models.resnet18(norm_layer=lambda c: nn.BatchNorm2d(c, affine=True, eps=1e-3)),
    "own_layers": lambda: resnet.ResNet(resnet.Bottleneck, [1, 2, 1, 1], groups=2, width_per_group=32),
    "alexnet_options": lambda: models.alexnet(num_classes=7, dropout=0.25),
    "tiny_vgg": tiny_vgg,
    "tiny_vgg_init_weights": lambda: tiny_vgg(init_weights=False, dropout=0.1),
    "squeezenet_options": lambda: models.squeezenet1_0(num_classes=10, dropout=0.1),
    "small_densenet": small_densenet,
    "small_densenet_options": lambda: small_densenet(bn_size=2, drop_rate=0.3, num_classes=6, memory_efficient=True),
    "densenet_odd": lambda: densenet.DenseNet(growth_rate=5, block_config=(3, 1), num_init_features=6, num_classes=2),
    "mobilenet_width": lambda: models.mobilenet_v2(width_mult=0.35, num_classes=10, dropout=0.5),
    "mobilenet_wide": lambda: models.mobilenet_v2(width_mult=1.4, round_nearest=4, num_classes=3),
    "mobilenet_setting": lambda: models.mobilenet_v2(
        inverted_residual_setting=[[1, 12, 2, 1], [4, 20, 2, 2]], round_nearest=1, num_classes=4),
    "mobilenet_norm": lambda: models.mobilenet_v2(
        norm_layer=lambda c: nn.GroupNorm(2, c), num_classes=4,
        inverted_residual_setting=[[2, 16, 1, 2], [3, 16, 1, 1]]),
    "mobilenet_block": lambda: models.mobilenet_v2(
        block=lambda i, o, s, expand_ratio, norm_layer: nn.Sequential(nn.Conv2d(i, o, 1, s), norm_layer(o)),
        inverted_residual_setting=[[1, 16, 2, 2]], num_classes=4),
}


def make(name):
    return OPTIONS[name] if name in OPTIONS else getattr(models, name)


def dtype(tensor):
    return str(tensor.dtype).removeprefix("torch.")


def line(name):
    net = seeded(make(name))
    state = net.state_dict()
    keys = crc(f"{key} {shape(t)} {dtype(t)}\n".encode() for key, t in state.items())
    return f"{name} {sum(p.numel() for p in net.parameters())} {len(state)} {keys} {digest(state.values())}"


def shown(logits):
    """Of each image every fiftieth logit, and the length of all."""
    logits = logits.detach()
    return torch.cat([logits[:, ::50], logits.norm(dim=1, keepdim=True)], 1)


def run(net, images):
    torch.manual_seed(3)  # for dropout
    with torch.no_grad():
        return net(images)


def trained(net, images, dtype):
    """Logits in training by another dtype; without dropout, which draws other numbers then."""
    net = copy.deepcopy(net).to(dtype).train()
    for module in net.modules():
        if isinstance(module, nn.Dropout):
            module.eval()
    with torch.no_grad():
        return net(images.to(dtype)).double()


def is_uncertain(net, images):
    exact = trained(net, images, torch.float64)
    return (trained(net, images, torch.float32) - exact).abs().max() > UNCERTAIN * exact.abs().max()


def logits(name):
    """NAME.eval and NAME.train, after `randomize`, of `images`; in float32 where that suffices."""
    net = seeded(make(name))
    randomize(net)
    shots = images(2, 3, 64, 64)
    yield f"{name}.eval", shown(run(net.eval(), shots))
    if is_uncertain(net, shots):
        net, shots = net.double(), shots.double()
    yield f"{name}.train", shown(run(net.train(), shots))


def gradients(name):
    """First in evaluation, then in training, after `randomize`, on `images`.

    MODE.logits: of the first two images, in float32. The rest is in float64, because in float32 some activations are on the
    other side of a ReLU's kink with another order of summation, and then gradients differ by per cents.
    MODE.norms and MODE.products: of each parameter's gradient, in order, the length and the scalar product with `ramp`;
    MODE.image: the gradient of the first image, every fourth pixel.
    """
    tensors = {}
    for dtype in torch.float32, torch.float64:
        net = seeded(make(name))
        randomize(net)
        net.to(dtype)
        shots = images(4, 3, 64, 64).to(dtype).requires_grad_()
        for mode in "eval", "train":
            net.train(mode == "train")
            torch.manual_seed(3)
            net.zero_grad()
            shots.grad = None
            found = net(shots)
            if dtype == torch.float32:
                tensors[f"{mode}.logits"] = found.detach()[:2]
                continue
            nn.functional.cross_entropy(found, torch.arange(4) * 100).backward()
            grads = [p.grad for p in net.parameters()]
            tensors[f"{mode}.norms"] = torch.stack([g.norm() for g in grads])
            tensors[f"{mode}.products"] = torch.stack([(g * ramp(g)).sum() for g in grads])
            tensors[f"{mode}.image"] = shots.grad[0, :, ::4, ::4].contiguous()
    write_tensors(name, tensors)


def main():
    write("nets.txt", "\n".join(line(name) for name in BUILDERS + list(OPTIONS)) + "\n")
    for name in PRINTED:
        write(f"{name}.txt", str(make(name)()) + "\n")
    write_tensors("logits", {key: tensor for name in BUILDERS for key, tensor in logits(name)})
    for name in SMALLEST + ["resnet50"]:
        gradients(name)


if __name__ == "__main__":
    main()
