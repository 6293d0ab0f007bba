"""Runs real PyTorch layers, losses, functions and initialisers for dev.jtorch.nn.

Made with torch 2.10.0+cu128 and safetensors 0.8.0, seeds below. From the root of the repository:
    python goldens/nn/make.py
It writes jtorch-core/src/test/resources/golden/nn/*.safetensors, one for each case, each below 50 kB.

A case of a layer or loss holds
    input.0, input.1 ..      what it is called with
    state.KEY                its state as built after manual_seed(0), in order (see also the text `keys`)
    output, gradient         its output in training after manual_seed(1), and the gradient that is put in there
    grad.input.N, grad.KEY   the gradients that come out
    after.KEY                its buffers then
    eval, float64            its output in evaluation, and that in float64
and the texts `repr` and `keys`.
"""
import pathlib

import torch
from safetensors.torch import save_file
from torch import nn
from torch.nn import functional as F
from torch.nn import init

OUT = pathlib.Path(__file__).parents[2] / "jtorch-core/src/test/resources/golden/nn"
LIMIT = 50_000
torch.use_deterministic_algorithms(True)
torch.set_num_threads(1)


def rand(*shape):
    return torch.randn(*shape, generator=torch.Generator().manual_seed(sum(shape) + len(shape)))


def ramp(t):
    """A gradient without symmetry: -0.75, -0.5 .. 0.75, and again."""
    return ((torch.arange(t.numel()) % 7 - 3) / 4).reshape(t.shape).to(t.dtype)


def save(name, tensors, **texts):
    file = OUT / f"{name}.safetensors"
    file.parent.mkdir(parents=True, exist_ok=True)
    texts["versions"] = f"torch {torch.__version__}"
    save_file({k: v.detach().contiguous().clone() for k, v in tensors.items()}, file, metadata=texts)
    assert file.stat().st_size < LIMIT, (name, file.stat().st_size)


def layer(name, make, *inputs):
    torch.manual_seed(0)
    module = make()
    tensors = {f"input.{i}": t for i, t in enumerate(inputs)}
    tensors |= {f"state.{k}": v.clone() for k, v in module.state_dict().items()}
    leaves = [t.clone().requires_grad_() if t.is_floating_point() else t for t in inputs]
    torch.manual_seed(1)
    output = module(*[t.clone() for t in leaves])
    tensors |= {"output": output, "gradient": ramp(output)}
    output.backward(tensors["gradient"])
    tensors |= {f"grad.input.{i}": t.grad.clone() for i, t in enumerate(leaves) if t.is_floating_point()}
    tensors |= {f"grad.{k}": p.grad.clone() for k, p in module.named_parameters()}
    tensors |= {f"after.{k}": b.clone() for k, b in module.named_buffers()}
    module.eval()
    tensors["eval"] = module(*[t.clone() for t in inputs])
    module.double()
    tensors["float64"] = module(*[t.double() if t.is_floating_point() else t.clone() for t in inputs])
    save(name, tensors, repr=str(module), keys="\n".join(module.state_dict()))


def layers():
    image = rand(2, 4, 6, 5)
    layer("linear", lambda: nn.Linear(3, 2), rand(4, 3))
    layer("linear_no_bias", lambda: nn.Linear(3, 2, bias=False), rand(2, 2, 3))
    layer("linear_vector", lambda: nn.Linear(3, 2), rand(3))
    layer("identity", lambda: nn.Identity(), rand(2, 3))
    layer("flatten", lambda: nn.Flatten(), rand(2, 3, 2))
    layer("flatten_range", lambda: nn.Flatten(0, 1), rand(2, 3, 2))
    layer("unflatten", lambda: nn.Unflatten(1, (2, -1)), rand(2, 6))

    layer("conv1d", lambda: nn.Conv1d(3, 4, 3, stride=2, padding=1), rand(2, 3, 7))
    layer("conv1d_circular", lambda: nn.Conv1d(3, 2, 3, padding=2, padding_mode="circular"), rand(2, 3, 7))
    layer("conv2d", lambda: nn.Conv2d(4, 6, 3), image)
    layer("conv2d_no_bias", lambda: nn.Conv2d(4, 6, 3, stride=2, padding=1, bias=False), image)
    layer("conv2d_pairs", lambda: nn.Conv2d(4, 2, (3, 2), stride=(2, 1), padding=(1, 2), dilation=(2, 1)), image)
    layer("conv2d_groups", lambda: nn.Conv2d(4, 6, 3, groups=2), image)
    layer("conv2d_same", lambda: nn.Conv2d(4, 2, (2, 3), padding="same", dilation=(1, 2)), image)
    layer("conv2d_valid", lambda: nn.Conv2d(4, 2, 3, padding="valid"), image)
    layer("conv2d_reflect", lambda: nn.Conv2d(4, 2, 3, padding=(2, 1), padding_mode="reflect"), image)
    layer("conv2d_replicate_same", lambda: nn.Conv2d(4, 2, (2, 4), padding="same", padding_mode="replicate"), image)
    layer("conv2d_unbatched", lambda: nn.Conv2d(4, 2, 3), image[0])
    layer("conv2d_row", lambda: nn.Conv2d(4, 2, (1, 3), padding=(0, 1)), image)
    layer("conv3d", lambda: nn.Conv3d(2, 3, (1, 2, 3), padding=(0, 1, 1)), rand(2, 2, 3, 4, 3))

    layer("conv_transpose1d", lambda: nn.ConvTranspose1d(3, 4, 3, stride=2, padding=1), rand(2, 3, 4))
    layer("conv_transpose2d", lambda: nn.ConvTranspose2d(4, 3, 2, stride=2), image)
    layer("conv_transpose2d_pairs", lambda: nn.ConvTranspose2d(
        4, 2, (3, 2), stride=(2, 1), padding=(1, 0), output_padding=(1, 0), dilation=(1, 2)), image)
    layer("conv_transpose2d_groups", lambda: nn.ConvTranspose2d(4, 6, 3, groups=2, bias=False), rand(1, 4, 3, 3))
    layer("conv_transpose2d_unbatched", lambda: nn.ConvTranspose2d(4, 2, 3), rand(4, 3, 2))
    layer("conv_transpose3d", lambda: nn.ConvTranspose3d(2, 3, (1, 2, 3), padding=(0, 1, 1)), rand(1, 2, 3, 3, 2))

    layer("batch_norm1d", lambda: nn.BatchNorm1d(3), rand(4, 3))
    layer("batch_norm1d_signal", lambda: nn.BatchNorm1d(3), rand(2, 3, 4))
    layer("batch_norm2d", lambda: nn.BatchNorm2d(4), image)
    layer("batch_norm2d_plain", lambda: nn.BatchNorm2d(4, eps=1e-3, momentum=None, affine=False), image)
    layer("batch_norm2d_untracked", lambda: nn.BatchNorm2d(4, momentum=0.03, track_running_stats=False), image)
    layer("batch_norm3d", lambda: nn.BatchNorm3d(2), rand(2, 2, 3, 2, 2))

    layer("instance_norm1d", lambda: nn.InstanceNorm1d(3), rand(2, 3, 4))
    layer("instance_norm1d_unbatched", lambda: nn.InstanceNorm1d(3, affine=True), rand(3, 4))
    layer("instance_norm2d", lambda: nn.InstanceNorm2d(4), image)
    layer("instance_norm2d_tracking", lambda: nn.InstanceNorm2d(
        4, eps=1e-3, momentum=0.3, affine=True, track_running_stats=True), image)
    layer("instance_norm3d", lambda: nn.InstanceNorm3d(2), rand(2, 2, 3, 2, 2))
    layer("group_norm", lambda: nn.GroupNorm(2, 4), image)
    layer("group_norm_plain", lambda: nn.GroupNorm(4, 4, eps=1e-3, affine=False), image)
    layer("layer_norm", lambda: nn.LayerNorm(5), image)
    layer("layer_norm_shape", lambda: nn.LayerNorm((6, 5), eps=1e-3, bias=False), image)
    layer("layer_norm_plain", lambda: nn.LayerNorm(5, elementwise_affine=False), image)
    layer("rms_norm", lambda: nn.RMSNorm(5), image)
    layer("rms_norm_plain", lambda: nn.RMSNorm((6, 5), eps=1e-3, elementwise_affine=False), image)
    layer("local_response_norm", lambda: nn.LocalResponseNorm(3), image)
    layer("local_response_norm_signal", lambda: nn.LocalResponseNorm(2, alpha=0.5, beta=0.6, k=2.0), rand(2, 3, 4))

    layer("relu", lambda: nn.ReLU(), rand(3, 4))
    layer("relu_inplace", lambda: nn.ReLU(inplace=True), rand(3, 4))
    layer("sigmoid", lambda: nn.Sigmoid(), rand(3, 4))
    layer("tanh", lambda: nn.Tanh(), rand(3, 4))
    layer("softmax", lambda: nn.Softmax(dim=1), rand(3, 4))
    layer("log_softmax", lambda: nn.LogSoftmax(dim=-1), rand(3, 4))
    layer("gelu", lambda: nn.GELU(), rand(3, 4))
    layer("gelu_tanh", lambda: nn.GELU(approximate="tanh"), rand(3, 4))
    layer("leaky_relu", lambda: nn.LeakyReLU(), rand(3, 4))
    layer("leaky_relu_inplace", lambda: nn.LeakyReLU(0.2, inplace=True), rand(3, 4))
    layer("silu", lambda: nn.SiLU(), rand(3, 4))
    layer("silu_inplace", lambda: nn.SiLU(inplace=True), rand(3, 4))

    layer("relu6", lambda: nn.ReLU6(), 4 * rand(3, 4))
    layer("relu6_inplace", lambda: nn.ReLU6(inplace=True), 4 * rand(3, 4))
    layer("hardtanh", lambda: nn.Hardtanh(), rand(3, 4))
    layer("hardtanh_bounds", lambda: nn.Hardtanh(-0.3, 2.0, inplace=True), rand(3, 4))
    layer("prelu", lambda: nn.PReLU(), rand(3, 4))
    layer("prelu_channels", lambda: nn.PReLU(4, init=0.1), image)
    layer("elu", lambda: nn.ELU(), rand(3, 4))
    layer("elu_inplace", lambda: nn.ELU(0.5, inplace=True), rand(3, 4))
    layer("celu", lambda: nn.CELU(), rand(3, 4))
    layer("celu_inplace", lambda: nn.CELU(0.5, inplace=True), rand(3, 4))
    layer("selu", lambda: nn.SELU(), rand(3, 4))
    layer("selu_inplace", lambda: nn.SELU(inplace=True), rand(3, 4))
    layer("rrelu", lambda: nn.RReLU(), rand(3, 4))
    layer("rrelu_inplace", lambda: nn.RReLU(0.1, 0.4, inplace=True), rand(3, 4))
    layer("threshold", lambda: nn.Threshold(0.1, -2.0), rand(3, 4))
    layer("threshold_inplace", lambda: nn.Threshold(0.1, 20.0, inplace=True), rand(3, 4))
    layer("mish", lambda: nn.Mish(), rand(3, 4))
    layer("mish_inplace", lambda: nn.Mish(inplace=True), rand(3, 4))
    layer("hardsigmoid", lambda: nn.Hardsigmoid(), 4 * rand(3, 4))
    layer("hardsigmoid_inplace", lambda: nn.Hardsigmoid(inplace=True), 4 * rand(3, 4))
    layer("hardswish", lambda: nn.Hardswish(), 4 * rand(3, 4))
    layer("hardswish_inplace", lambda: nn.Hardswish(inplace=True), 4 * rand(3, 4))
    layer("log_sigmoid", lambda: nn.LogSigmoid(), rand(3, 4))
    layer("softplus", lambda: nn.Softplus(), rand(3, 4))
    layer("softplus_steep", lambda: nn.Softplus(2.0, 1.0), rand(3, 4))
    layer("softsign", lambda: nn.Softsign(), rand(3, 4))
    layer("tanhshrink", lambda: nn.Tanhshrink(), rand(3, 4))
    layer("hardshrink", lambda: nn.Hardshrink(), rand(3, 4))
    layer("softshrink", lambda: nn.Softshrink(0.2), rand(3, 4))
    layer("glu", lambda: nn.GLU(), rand(3, 4))
    layer("softmin", lambda: nn.Softmin(dim=1), rand(3, 4))
    layer("softmax2d", lambda: nn.Softmax2d(), rand(2, 3, 2, 2))

    layer("max_pool1d", lambda: nn.MaxPool1d(3, stride=2), rand(2, 3, 8))
    layer("max_pool2d", lambda: nn.MaxPool2d(2), image)
    layer("max_pool2d_pairs", lambda: nn.MaxPool2d((3, 2), stride=(2, 1), padding=1), image)
    layer("max_pool2d_dilated", lambda: nn.MaxPool2d(2, stride=2, dilation=2, ceil_mode=True), image)
    layer("max_pool2d_unbatched", lambda: nn.MaxPool2d(2), image[0])
    layer("max_pool3d", lambda: nn.MaxPool3d(2, stride=1), rand(2, 2, 3, 4, 3))
    layer("avg_pool1d", lambda: nn.AvgPool1d(3, stride=2, padding=1), rand(2, 3, 8))
    layer("avg_pool2d", lambda: nn.AvgPool2d(3, stride=2, padding=1), image)
    layer("avg_pool2d_inside", lambda: nn.AvgPool2d((3, 2), padding=1, ceil_mode=True, count_include_pad=False), image)
    layer("avg_pool2d_divisor", lambda: nn.AvgPool2d(2, divisor_override=3), image)
    layer("avg_pool3d", lambda: nn.AvgPool3d(2), rand(2, 2, 3, 4, 3))
    layer("adaptive_avg_pool1d", lambda: nn.AdaptiveAvgPool1d(3), rand(2, 3, 8))
    layer("adaptive_avg_pool2d", lambda: nn.AdaptiveAvgPool2d(3), image)
    layer("adaptive_avg_pool2d_pair", lambda: nn.AdaptiveAvgPool2d((1, 1)), image)
    layer("adaptive_avg_pool2d_keep", lambda: nn.AdaptiveAvgPool2d((2, None)), image)
    layer("adaptive_avg_pool3d", lambda: nn.AdaptiveAvgPool3d((2, 1, None)), rand(2, 2, 3, 4, 3))

    layer("adaptive_max_pool1d", lambda: nn.AdaptiveMaxPool1d(3), rand(2, 3, 8))
    layer("adaptive_max_pool2d", lambda: nn.AdaptiveMaxPool2d((2, None)), image)
    layer("adaptive_max_pool3d", lambda: nn.AdaptiveMaxPool3d(2), rand(2, 2, 3, 4, 3))
    layer("lp_pool1d", lambda: nn.LPPool1d(2.0, 3, stride=2, ceil_mode=True), rand(2, 3, 8))
    layer("lp_pool2d", lambda: nn.LPPool2d(2.0, 2), image)
    layer("lp_pool2d_pairs", lambda: nn.LPPool2d(3.0, (3, 2), stride=(2, 1)), image.abs())
    layer("lp_pool3d", lambda: nn.LPPool3d(2.0, 2), rand(2, 2, 3, 4, 3))

    layer("zero_pad1d", lambda: nn.ZeroPad1d((1, 2)), rand(2, 3, 4))
    layer("zero_pad2d", lambda: nn.ZeroPad2d(1), rand(2, 2, 3, 3))
    layer("zero_pad3d", lambda: nn.ZeroPad3d((1, 0, 0, 1, 2, -1)), rand(2, 2, 3, 2, 3))
    layer("constant_pad1d", lambda: nn.ConstantPad1d(2, 3.5), rand(2, 3, 4))
    layer("constant_pad2d", lambda: nn.ConstantPad2d((1, 2, 0, 1), -1.0), rand(2, 2, 3, 3))
    layer("constant_pad3d", lambda: nn.ConstantPad3d(1, 0.5), rand(1, 2, 3, 2, 3))
    layer("reflection_pad1d", lambda: nn.ReflectionPad1d(2), rand(2, 3, 4))
    layer("reflection_pad2d", lambda: nn.ReflectionPad2d((1, 2, 0, 1)), rand(2, 3, 3))
    layer("reflection_pad3d", lambda: nn.ReflectionPad3d(1), rand(1, 2, 3, 2, 3))
    layer("replication_pad1d", lambda: nn.ReplicationPad1d((2, 1)), rand(2, 3, 4))
    layer("replication_pad2d", lambda: nn.ReplicationPad2d(2), rand(2, 2, 3, 3))
    layer("replication_pad3d", lambda: nn.ReplicationPad3d((1, 0, 2, 0, 1, 0)), rand(1, 2, 3, 2, 3))
    layer("circular_pad1d", lambda: nn.CircularPad1d(2), rand(2, 3, 4))
    layer("circular_pad2d", lambda: nn.CircularPad2d((1, 2, 0, 1)), rand(2, 2, 3, 3))
    layer("circular_pad3d", lambda: nn.CircularPad3d(1), rand(1, 2, 3, 2, 3))

    numbers = torch.tensor([[1, 0, 4], [1, 1, 3]])
    layer("embedding", lambda: nn.Embedding(5, 3), numbers)
    layer("embedding_padding", lambda: nn.Embedding(5, 3, padding_idx=2), numbers)
    layer("pixel_shuffle", lambda: nn.PixelShuffle(2), image)
    layer("pixel_unshuffle", lambda: nn.PixelUnshuffle(2), rand(1, 2, 4, 6))
    layer("channel_shuffle", lambda: nn.ChannelShuffle(2), image)

    torch.use_deterministic_algorithms(False)  # forward unpooling is not called deterministic, but is where no places repeat
    layer("max_unpool1d", lambda: nn.MaxUnpool1d(2), *F.max_pool1d(rand(2, 3, 8), 2, return_indices=True))
    layer("max_unpool2d", lambda: nn.MaxUnpool2d(2, stride=(2, 1)), rand(1, 2, 2, 3), torch.tensor(
        [[[[0, 1, 6], [9, 8, 14]], [[4, 5, 3], [8, 13, 15]]]]))
    layer("max_unpool3d", lambda: nn.MaxUnpool3d(2), *F.max_pool3d(rand(2, 2, 2, 4, 4), 2, return_indices=True))
    torch.use_deterministic_algorithms(True)
    layer("bilinear", lambda: nn.Bilinear(3, 2, 4), rand(2, 3), rand(2, 2))
    layer("bilinear_no_bias", lambda: nn.Bilinear(3, 2, 4, bias=False), rand(2, 3), rand(2, 2))
    layer("cosine_similarity", lambda: nn.CosineSimilarity(), rand(2, 3), rand(3, 2).T)
    layer("cosine_similarity_last", lambda: nn.CosineSimilarity(dim=-1, eps=1e-3), rand(2, 3), rand(3, 2).T)

    layer("dropout", lambda: nn.Dropout(), rand(4, 5))
    layer("dropout_inplace", lambda: nn.Dropout(0.1, inplace=True), rand(4, 5))
    layer("dropout1d", lambda: nn.Dropout1d(), rand(3, 4, 2))
    layer("dropout1d_unbatched", lambda: nn.Dropout1d(0.4, inplace=True), rand(6, 2))
    layer("dropout2d", lambda: nn.Dropout2d(), rand(2, 6, 2, 2))
    layer("dropout2d_inplace", lambda: nn.Dropout2d(0.2, inplace=True), rand(2, 6, 2, 2))
    layer("dropout3d", lambda: nn.Dropout3d(0.3), rand(2, 4, 2, 1, 2))
    layer("dropout3d_unbatched", lambda: nn.Dropout3d(inplace=True), rand(6, 2, 1, 2))
    layer("alpha_dropout", lambda: nn.AlphaDropout(0.3), rand(4, 5))
    layer("feature_alpha_dropout", lambda: nn.FeatureAlphaDropout(0.4), rand(3, 4, 2))

    signal, volume = rand(2, 3, 5), rand(1, 2, 2, 3, 2)
    layer("upsample", lambda: nn.Upsample(scale_factor=2), image)
    layer("upsample_signal", lambda: nn.Upsample(size=8), signal)
    layer("upsample_volume", lambda: nn.Upsample(scale_factor=(1.0, 2.0, 1.5)), volume)
    layer("upsample_linear", lambda: nn.Upsample(scale_factor=1.7, mode="linear"), signal)
    layer("upsample_bilinear", lambda: nn.Upsample(size=(4, 9), mode="bilinear"), image)
    layer("upsample_bilinear_aligned", lambda: nn.Upsample(scale_factor=2, mode="bilinear", align_corners=True), image)
    layer("upsample_bicubic", lambda: nn.Upsample(
        scale_factor=(1.3, 1.7), mode="bicubic", recompute_scale_factor=True), image)
    layer("upsample_trilinear", lambda: nn.Upsample(scale_factor=2.5, mode="trilinear"), volume)
    layer("upsample_area", lambda: nn.Upsample(scale_factor=0.6, mode="area"), image)
    layer("upsample_nearest_exact", lambda: nn.Upsample(scale_factor=1.4, mode="nearest-exact"), image)
    layer("upsampling_nearest2d", lambda: nn.UpsamplingNearest2d(scale_factor=2), image)
    layer("upsampling_bilinear2d", lambda: nn.UpsamplingBilinear2d(size=(3, 8)), image)

    layer("sequential", lambda: nn.Sequential(nn.Linear(4, 3), nn.ReLU(), nn.Linear(3, 2)), rand(2, 4))
    layer("sequential_empty", lambda: nn.Sequential(), rand(2, 4))
    layer("sequential_nested", lambda: nn.Sequential(
        nn.Sequential(nn.Conv2d(4, 2, 3), nn.BatchNorm2d(2)), nn.ReLU(), nn.Flatten()), image)


def losses():
    logits, classes = rand(4, 3), torch.tensor([2, 0, 1, 2])
    pixels = torch.tensor([[[0, 2, 1], [1, 1, 0]], [[2, 0, 0], [1, 2, 2]]])
    weight = torch.tensor([1.0, 2.0, 3.0])
    layer("cross_entropy", lambda: nn.CrossEntropyLoss(), logits, classes)
    layer("cross_entropy_weights", lambda: nn.CrossEntropyLoss(weight=weight, ignore_index=1), logits, classes)
    layer("cross_entropy_smooth", lambda: nn.CrossEntropyLoss(reduction="sum", label_smoothing=0.1), logits, classes)
    layer("cross_entropy_pixels", lambda: nn.CrossEntropyLoss(reduction="none"), rand(2, 3, 2, 3), pixels)
    layer("cross_entropy_probabilities", lambda: nn.CrossEntropyLoss(), logits, rand(4, 3).softmax(1))
    layer("nll", lambda: nn.NLLLoss(), logits.log_softmax(1), classes)
    layer("nll_weights", lambda: nn.NLLLoss(weight=weight, ignore_index=0, reduction="sum"), logits.log_softmax(1), classes)
    for name, loss in (("mse", nn.MSELoss), ("l1", nn.L1Loss)):
        layer(name, lambda: loss(), rand(2, 3), rand(3, 2).T)
        layer(f"{name}_sum", lambda: loss(reduction="sum"), rand(2, 3), rand(3, 2).T)
        layer(f"{name}_none", lambda: loss(reduction="none"), rand(2, 3), rand(3, 2).T)


def functions():
    """What no layer calls in this way: results, by the name of the case."""
    x, image = rand(2, 3), rand(1, 2, 4, 5)
    classes = torch.tensor([[0, 2], [1, 0]])
    pooled, indices = F.max_pool2d(image, 2, return_indices=True)
    signal, signal_indices = F.max_pool1d(image[0], 2, return_indices=True)
    volume, volume_indices = F.max_pool3d(image, 2, return_indices=True)
    save("functions", {
        "x": x, "image": image, "classes": classes, "kernel": rand(3, 2, 2, 2), "a": rand(4, 3), "b": rand(4, 2),
        "bilinear_weight": rand(5, 3, 2), "bilinear_bias": rand(5),
        "one_hot": F.one_hot(classes), "one_hot_5": F.one_hot(classes, 5),
        "softmax_float64": F.softmax(x, 0, dtype=torch.float64),
        "log_softmax_float64": F.log_softmax(x, 0, dtype=torch.float64),
        "pad": F.pad(image, (1, 2, 0, 1)), "pad_value": F.pad(image, (1, 2), value=7.5),
        "pad_reflect": F.pad(image, (1, 2, 0, 1), mode="reflect"),
        "pad_replicate": F.pad(image, (1, 2, 0, 1), mode="replicate"),
        "pad_circular": F.pad(image, (1, 2, 0, 1), mode="circular"), "pad_crop": F.pad(image, (-1, 0, 1, -2)),
        "max_pool2d": pooled, "max_pool2d_indices": indices,
        "max_pool1d": signal, "max_pool1d_indices": signal_indices,
        "max_pool3d": volume, "max_pool3d_indices": volume_indices,
        "conv2d": F.conv2d(image, rand(3, 2, 2, 2), stride=2, padding=1),
        "bilinear": F.bilinear(rand(4, 3), rand(4, 2), rand(5, 3, 2), rand(5)),
        "smooth_bilinear": F.interpolate(image, (2, 3), mode="bilinear", antialias=True),
        "smooth_bicubic": F.interpolate(image, scale_factor=0.7, mode="bicubic", align_corners=True, antialias=True),
        "signal_exact": F.interpolate(image[0], 3, mode="nearest-exact"),
        "volume_exact": F.interpolate(image[None], scale_factor=1.6, mode="nearest-exact"),
        "signal_area": F.interpolate(image[0], 3, mode="area"),
        "volume_area": F.interpolate(image[None], (2, 2, 3), mode="area"),
        "response_float32": F.local_response_norm(image[0], 2, alpha=0.5),
        "response_bfloat16": F.local_response_norm(image[0].bfloat16(), 2, alpha=0.5),
        "response_float16": F.local_response_norm(image[0].half(), 2, alpha=0.5),
        "batch_norm": F.batch_norm(x, torch.tensor([0.1, 0.2, 0.3]), torch.tensor([1.0, 2.0, 3.0])),
    })


def initialisers():
    made = {}

    def case(name, shape, fill, dtype=torch.float32):
        torch.manual_seed(0)
        made[name] = fill(torch.empty(shape, dtype=dtype))

    case("uniform", (3, 4), lambda t: init.uniform_(t))
    case("uniform_bounds", (3, 4), lambda t: init.uniform_(t, -0.5, 2))
    case("uniform_generator", (3, 4), lambda t: init.uniform_(t, generator=torch.Generator().manual_seed(5)))
    case("normal", (3, 4), lambda t: init.normal_(t))
    case("normal_spread", (5, 4), lambda t: init.normal_(t, 3, 0.2))
    case("constant", (2,), lambda t: init.constant_(t, 0.3))
    case("ones", (2,), lambda t: init.ones_(t))
    case("zeros", (2,), lambda t: init.zeros_(t))
    case("eye", (3, 4), lambda t: init.eye_(t))
    case("dirac", (4, 3, 3), lambda t: init.dirac_(t))
    case("dirac_groups", (4, 2, 3, 2), lambda t: init.dirac_(t, 2))
    case("dirac_3d", (2, 2, 1, 2, 3), lambda t: init.dirac_(t))
    case("xavier_uniform", (3, 4), lambda t: init.xavier_uniform_(t))
    case("xavier_uniform_gain", (3, 2, 2), lambda t: init.xavier_uniform_(t, gain=5 / 3))
    case("xavier_normal", (3, 4), lambda t: init.xavier_normal_(t))
    case("xavier_normal_gain", (3, 2, 2), lambda t: init.xavier_normal_(t, gain=5 / 3))
    case("kaiming_uniform", (3, 4), lambda t: init.kaiming_uniform_(t))
    case("kaiming_uniform_tanh", (3, 4), lambda t: init.kaiming_uniform_(t, nonlinearity="tanh"))
    case("kaiming_normal", (3, 4), lambda t: init.kaiming_normal_(t))
    case("kaiming_normal_out", (3, 4, 2), lambda t: init.kaiming_normal_(t, 0.1, "fan_out"))
    case("kaiming_normal_relu", (3, 4), lambda t: init.kaiming_normal_(t, mode="fan_out", nonlinearity="relu"))
    case("trunc_normal", (5, 4), lambda t: init.trunc_normal_(t))
    case("trunc_normal_bounds", (5, 4), lambda t: init.trunc_normal_(t, mean=1, std=0.5, a=0.2, b=1.3))
    case("trunc_normal_float64", (5, 4), lambda t: init.trunc_normal_(t, std=0.02), torch.float64)
    case("orthogonal_tall", (4, 3), lambda t: init.orthogonal_(t))
    case("orthogonal_wide", (2, 3, 2), lambda t: init.orthogonal_(t, gain=2))
    case("sparse", (5, 3), lambda t: init.sparse_(t, 0.3))
    save("initialisers", made)


layers()
losses()
functions()
initialisers()
