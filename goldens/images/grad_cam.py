"""Grad-CAM of a small network by PyTorch's hooks, which an activation in place would not let pass.

Made with torch 2.10.0, seed 0. From the root of the repository:
    python goldens/images/grad_cam.py
"""
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import nn
from torch.nn import functional as F

OUT = Path(__file__).parents[2] / "jtorch-vision/src/test/resources/golden/images/grad_cam.safetensors"

if __name__ == "__main__":
    torch.manual_seed(0)
    net = nn.Sequential(nn.Conv2d(3, 4, 3, stride=2), nn.ReLU(), nn.Conv2d(4, 6, 3), nn.ReLU(),
                        nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(6, 5))
    x = torch.randn(2, 3, 17, 15)
    out = {"x": x, **{"net." + k: v for k, v in net.state_dict().items()}}
    for name in ("0", "2", "3"):
        kept = {}
        layer = net.get_submodule(name)
        hooks = [layer.register_forward_hook(lambda m, i, o: kept.update(a=o.detach().clone()) or o.clone()),
                 layer.register_full_backward_hook(lambda m, i, o: kept.update(g=o[0]))]
        for target in (None, 3):
            scores = net(x.clone().requires_grad_())
            classes = scores.argmax(1) if target is None else torch.full((2,), target)
            scores.gather(1, classes[:, None]).sum().backward()
            maps = F.relu((kept["g"].mean((2, 3), keepdim=True) * kept["a"]).sum(1))
            low, high = maps.amin((1, 2), keepdim=True), maps.amax((1, 2), keepdim=True)
            maps = (maps - low) / (high - low).where(high > low, 1)
            maps = F.interpolate(maps[:, None], (17, 15), mode="bilinear")[:, 0]
            out |= {f"{name}.{target}.classes": classes, f"{name}.{target}.maps": maps, "scores": scores.detach()}
        for hook in hooks:
            hook.remove()
    save_file({k: v.contiguous() for k, v in out.items()}, OUT, metadata={"versions": f"torch {torch.__version__}"})
    print({k: v.sum().item() for k, v in out.items()}, OUT.stat().st_size)
