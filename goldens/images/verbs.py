"""What run, predict and gradcam should say of a ResNet-18 with its initial weights.

Made with torch 2.10.0 and torchvision 0.25.0, seeds inside. From the root of the repository:
    python goldens/images/verbs.py
"""
import io
from pathlib import Path

import numpy as np
import torch
import torchvision
from PIL import Image
from safetensors.torch import save_file
from torch.nn import functional as F
from torchvision.io import ImageReadMode, decode_image
from torchvision.models import ResNet18_Weights, resnet18
from torchvision.transforms import functional as T
from torchvision.transforms._presets import ImageClassification

OUT = Path(__file__).parents[2] / "jtorch-cli/src/test/resources/golden/verbs/resnet18.safetensors"


def photo():
    y, x = np.mgrid[0:45, 0:60]
    pixels = np.stack([x * 4, y * 5, 128 + 100 * np.sin(x / 5) * np.cos(y / 7)], -1).astype(np.uint8)
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "JPEG", quality=90)
    return torch.frombuffer(bytearray(out.getvalue()), dtype=torch.uint8)


def jet(x):
    return torch.stack([(1.5 - (4 * x - peak).abs()).clamp(0, 1) for peak in (3, 2, 1)])


def cam(net, x):
    kept = {}
    net.layer4.register_forward_hook(lambda m, i, o: kept.update(a=o))
    net.layer4.register_full_backward_hook(lambda m, i, o: kept.update(g=o[0]))
    net(x).max().backward()
    cam = F.relu((kept["g"].mean((2, 3), keepdim=True) * kept["a"]).sum(1)).detach()
    cam = (cam - cam.min()) / (cam.max() - cam.min())
    return F.interpolate(cam[None], x.shape[2:], mode="bilinear")[0, 0]


if __name__ == "__main__":
    torch.manual_seed(0)
    net = resnet18().eval()
    torch.manual_seed(1)
    out = {"file": photo(), "output": net(torch.randn(1, 3, 32, 32)).detach()}
    image = decode_image(out["file"], ImageReadMode.RGB)
    x = ImageClassification(crop_size=224)(image)[None]
    probabilities = net(x).softmax(1)[0].detach()
    top = probabilities.topk(6)
    print(top.values, top.values.diff())
    labels = ResNet18_Weights.DEFAULT.meta["categories"]
    lines = "".join(f"{i + 1}\t{c}\t{labels[c]}\t{p:.6f}\n" for i, (p, c) in enumerate(zip(*map(torch.Tensor.tolist, top))))
    seen = T.center_crop(T.resize(image, [256]), [224])
    out["overlay"] = ((jet(cam(net, x)) * 255 + seen) / 2).round().to(torch.uint8)[:, ::8, ::8].contiguous()
    OUT.parent.mkdir(parents=True, exist_ok=True)
    save_file(out, OUT, metadata={"versions": f"torch {torch.__version__}, torchvision {torchvision.__version__}", "lines": lines})
    print(lines, OUT.stat().st_size)
