"""Runs networks for segmentation, written here in PyTorch, for dev.jtorch.vision.models.unet and .deeplab.

Made with torch 2.10.0+cu128, torchvision 0.25.0+cu128 and safetensors 0.8.0. From the root of the repository:
    python goldens/segmentation/make.py
It writes to jtorch-vision/src/test/resources/golden/models
    segmentation.txt          of each network: name, parameters, entries of the state, a checksum of the lines "key shape
                              dtype", and `digest` of all elements as built after manual_seed(0)
    segmentation.safetensors  of each network NAME.eval in float32 and NAME.train in float64: three channels of every eighth
                              pixel of the logits, or of all pixels of a backbone's last map; NAME.image: of every eighth
                              pixel the gradient in training
"""
import pathlib
import sys

import torch

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "models"))
from deeplab import DeepLab, MobileNetV2, MobileNetV2Segmentation, ResNet
from nets import crc, digest, images, ramp, randomize, seeded, shape, write, write_tensors
from unet import UNet

NETS = {
    "unet": lambda: UNet(3, 2),
    "unet_transposed": lambda: UNet(3, 2, bilinear=False),
    "resnet_8": lambda: ResNet([1, 2, 1], 8),
    "resnet_16": lambda: ResNet([2, 1, 1], 16),
    "mobilenet_8": lambda: MobileNetV2(8),
    "mobilenet_32": lambda: MobileNetV2(32),
    "deeplab_mobilenet_8": lambda: DeepLab("mobilenet", 8),
    "deeplab_mobilenet_16": lambda: DeepLab("mobilenet", 16, 5),
    "deeplab_resnet_16": lambda: DeepLab(),
    "mobilenet_segmentation": lambda: MobileNetV2Segmentation(),
}


def line(name):
    net = seeded(NETS[name])
    state = net.state_dict()
    keys = crc(f"{key} {shape(t)} {str(t.dtype).removeprefix('torch.')}\n".encode() for key, t in state.items())
    return f"{name} {sum(p.numel() for p in net.parameters())} {len(state)} {keys} {digest(state.values())}"


def last(output):
    return output[0] if isinstance(output, tuple) else output


def thinned(x):
    step = 8 if x.shape[2] > 8 else 1
    return x.detach()[:, :3, ::step, ::step].contiguous()


def outputs(name):
    net = seeded(NETS[name])
    randomize(net)
    shots = images(2, 3, 37, 50)
    with torch.no_grad():
        yield f"{name}.eval", thinned(last(net.eval()(shots)))
    shots = shots.double().requires_grad_()
    torch.manual_seed(3)  # for dropout
    found = last(net.double().train()(shots))
    yield f"{name}.train", thinned(found)
    found.backward(ramp(found))
    yield f"{name}.image", thinned(shots.grad)


write("segmentation.txt", "".join(line(name) + "\n" for name in NETS))
write_tensors("segmentation", {key: tensor for name in NETS for key, tensor in outputs(name)})
