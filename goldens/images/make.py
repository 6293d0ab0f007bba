"""Small images in many forms, and what torchvision and Pillow read from them.

Made with torch 2.10.0, torchvision 0.25.0 and Pillow 13.0.0; no randomness. From the root of the repository:
    python goldens/images/make.py
Each file holds the images themselves as NAME.file and what was read as NAME.MODE (16 bits as int32).
"""
import io
import struct
import warnings
import zlib
from pathlib import Path

import numpy as np
import PIL
import torch
import torchvision
from PIL import Image
from safetensors.torch import save_file
from torchvision.io import ImageReadMode, decode_image, encode_jpeg, encode_png
from torchvision.transforms import InterpolationMode
from torchvision.transforms._presets import ImageClassification
from torchvision.transforms.v2 import functional as v2

warnings.simplefilter("ignore")
OUT = Path(__file__).parents[2] / "jtorch-vision/src/test/resources/golden/images"
VERSIONS = f"torch {torch.__version__}, torchvision {torchvision.__version__}, Pillow {PIL.__version__}"
MODES = {1: "GRAY", 2: "GRAY_ALPHA", 3: "RGB", 4: "RGB_ALPHA"}


def save(name, tensors):
    path = OUT / (name + ".safetensors")
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file({k: v.contiguous() for k, v in tensors.items()}, path, metadata={"versions": VERSIONS})
    print(path.name, path.stat().st_size)
    assert path.stat().st_size < 50_000


def colours(w=19, h=13):
    """Waves, ramps and squares."""
    y, x = np.mgrid[0:h, 0:w]
    red = (128 + 100 * np.sin(x / 5) + 27 * np.cos(y / 3)).clip(0, 255)
    green = x * 255 / (w - 1) * 0.6 + y * 255 / (h - 1) * 0.4
    blue = (x // 8 + y // 8) % 2 * 200 + 20
    return np.stack([red, green, blue], -1).astype(np.uint8)


PICTURE = Image.fromarray(colours())
ALPHA = Image.fromarray((np.mgrid[0:13, 0:19].sum(0) * 8).astype(np.uint8))


def with_alpha(image):
    image = image.copy()
    image.putalpha(ALPHA)
    return image


def encoded(image, form, **options):
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def bytes_of(data):
    return torch.frombuffer(bytearray(data), dtype=torch.uint8)


def chw(array):
    array = torch.from_numpy(np.array(array))
    return array[None] if array.dim() == 2 else array.permute(2, 0, 1)


def read(data, mode, **options):
    image = decode_image(bytes_of(data), ImageReadMode[mode], **options)
    return image.int() if image.dtype == torch.uint16 else image


def golden(files, modes):
    tensors = {}
    for name, data in files.items():
        tensors[name + ".file"] = bytes_of(data)
        for mode in modes:
            tensors[f"{name}.{mode}"] = read(data, mode)
    return tensors


# --- JPEG ---

def without_jfif(data):
    assert data[2:4] == b"\xff\xe0"
    return data[:2] + data[4 + struct.unpack(">H", data[4:6])[0]:]


def jpegs():
    rgb = {"subsampling": 0, "quality": 90}
    cmyk = encoded(PICTURE.convert("CMYK"), "JPEG", quality=95)
    adobe = cmyk.index(b"Adobe") + 11
    assert cmyk[adobe] == 0
    yield "rgb420", encoded(PICTURE, "JPEG", quality=90)
    yield "rgb422", encoded(PICTURE, "JPEG", quality=90, subsampling=1)
    yield "rgb444", encoded(PICTURE, "JPEG", **rgb)
    yield "progressive", encoded(PICTURE, "JPEG", quality=60, progressive=True)
    yield "restarts", encoded(PICTURE, "JPEG", quality=75, restart_marker_blocks=1)
    yield "stored_as_rgb", encoded(PICTURE, "JPEG", keep_rgb=True, **rgb)
    yield "without_jfif", without_jfif(encoded(PICTURE, "JPEG", **rgb))
    yield "grey", encoded(PICTURE.convert("L"), "JPEG")
    yield "cmyk", cmyk
    yield "ycck", cmyk[:adobe] + b"\x02" + cmyk[adobe + 1:]


def held(orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    return exif


def orientations():
    tensors = {}
    for i in range(1, 9):
        for form, mode in (("JPEG", "GRAY"), ("PNG", "GRAY")):
            data = encoded(PICTURE.convert("L"), form, exif=held(i))
            tensors[f"{form}{i}.file"] = bytes_of(data)
            tensors[f"{form}{i}.seen"] = read(data, mode, apply_exif_orientation=True)
            tensors[f"{form}{i}.stored"] = read(data, mode)
    return tensors


# --- PNG ---

PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(pixels, colour, depth, interlaced=False, before=b""):
    """A PNG that Pillow does not write; pixels (H, W) or (H, W, C)."""
    h, w = pixels.shape[:2]
    rows = b""
    for x0, y0, dx, dy in PASSES if interlaced else ((0, 0, 1, 1),):
        part = pixels[y0::dy, x0::dx].reshape(len(range(y0, h, dy)), -1).astype(np.int64)
        if part.size:
            bits = (part[:, :, None] >> np.arange(depth - 1, -1, -1)) & 1
            packed = np.packbits(bits.reshape(len(part), -1).astype(np.uint8), axis=1)
            rows += b"".join(b"\0" + row.tobytes() for row in packed)
    header = struct.pack(">IIBBBBB", w, h, depth, colour, 0, 0, int(interlaced))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + before + chunk(b"IDAT", zlib.compress(rows, 9))
            + chunk(b"IEND", b""))


def wide(array):
    return array.astype(np.int64) * 257 - array % 3


def pngs():
    yield "grey", encoded(PICTURE.convert("L"), "PNG")
    yield "grey_alpha", encoded(with_alpha(PICTURE.convert("L")), "PNG")
    yield "rgb", encoded(PICTURE, "PNG")
    yield "rgba", encoded(with_alpha(PICTURE), "PNG")
    yield "rgba_interlaced", png(np.array(with_alpha(PICTURE)), 6, 8, interlaced=True)
    yield "palette_with_alpha", encoded(PICTURE.quantize(150), "PNG", transparency=bytes(range(150)))
    yield "rgb_with_key", encoded(PICTURE, "PNG", transparency=tuple(np.array(PICTURE)[3, 3].tolist()))


def wide_pngs():
    yield "grey16", png(wide(np.array(PICTURE.convert("L"))), 0, 16)
    yield "rgba16_interlaced", png(wide(np.array(with_alpha(PICTURE))), 6, 16, interlaced=True)


def small_depths():
    """Grey of few bits, and palettes without alpha: in the modes that torchvision gets right, the rest by Pillow."""
    grey = np.array(PICTURE.convert("L"))
    tensors = {}
    for depth in (1, 2, 4):
        data = png(grey >> (8 - depth), 0, depth, interlaced=depth == 2)
        tensors |= golden({f"grey{depth}": data}, ["UNCHANGED", "GRAY", "RGB"])
    for depth in (1, 2, 4, 8):
        few = PICTURE.quantize(2 ** depth)
        palette = bytes(few.getpalette())
        data = png(np.array(few), 3, depth, interlaced=depth == 1, before=chunk(b"PLTE", palette))
        tensors |= golden({f"palette{depth}": data}, ["GRAY", "RGB"])
        tensors[f"palette{depth}.UNCHANGED"] = chw(few)
        tensors[f"palette{depth}.RGB_ALPHA"] = chw(Image.open(io.BytesIO(data)).convert("RGBA"))
    return tensors


# --- others ---

def smooth(w=40, h=24):
    y, x = np.mgrid[0:h, 0:w]
    return Image.fromarray(np.stack([x * 3 + 60, y * 4 + 60, 128 + 0 * x], -1).astype(np.uint8))


def others():
    tensors = golden({"lossless": encoded(with_alpha(PICTURE), "WEBP", lossless=True, exact=True),
                      "lossy": encoded(smooth(), "WEBP", quality=90)}, ["UNCHANGED", "RGB", "RGB_ALPHA"])
    for name, image, mode in (("bmp_rgb", PICTURE, "RGB"), ("bmp_palette", PICTURE.quantize(16), "RGB"),
                              ("bmp_grey", PICTURE.convert("L"), "L"), ("tiff_rgb", PICTURE, "RGB")):
        tensors[name + ".file"] = bytes_of(encoded(image, "TIFF" if "tiff" in name else "BMP"))
        tensors[name + ".UNCHANGED"] = chw(image.convert(mode))
        tensors[name + ".GRAY"] = chw(image.convert("RGB").convert("L"))
    return tensors


def written():
    picture = chw(colours(33, 21))
    tensors = {"picture": picture}
    for quality in (10, 50, 75, 95):
        for name, image in (("rgb", picture), ("grey", picture[:1])):
            tensors[f"{name}{quality}"] = decode_image(encode_jpeg(image, quality))
    sizes = [encode_png(picture, level).numel() for level in (0, 1, 6, 9)]
    print("torchvision's PNGs have", sizes, "bytes at levels 0, 1, 6, 9")
    return tensors


# --- transforms ---

def transforms():
    image = Image.fromarray(np.asarray(Image.fromarray(colours(41, 31)).rotate(20, Image.Resampling.BICUBIC)))
    pixels = chw(image)
    tensors = {"image": pixels}
    for mode in InterpolationMode.BILINEAR, InterpolationMode.BICUBIC, InterpolationMode.NEAREST_EXACT:
        for size in (14, 34, [9, 25]):
            name = f"{mode.name} {size}"
            if mode != InterpolationMode.NEAREST_EXACT:  # Pillow's nearest is neither of PyTorch's
                tensors[name + ".pillow"] = v2.resize(v2.to_pil_image(pixels), size, mode)
                tensors[name + ".pillow"] = v2.pil_to_tensor(tensors[name + ".pillow"])
            tensors[name + ".tensor"] = v2.resize(pixels, size, mode)
    for size in (14, [9, 25]):
        tensors[f"plain {size}"] = v2.resize(pixels[:1] / 255, size, antialias=False)
    tensors["grey16"] = v2.resize(pixels[:1].int() * 257, 14).int()
    tensors["crop 20, 21"] = v2.center_crop(pixels, [20, 21])
    tensors["crop 44"] = v2.center_crop(pixels[:1], [44])
    return tensors


def presets():
    image = Image.fromarray(colours(83, 61))
    tensors = {"image": chw(image)}
    small = ImageClassification(crop_size=24, resize_size=28, interpolation=InterpolationMode.BICUBIC)
    usual = ImageClassification(crop_size=224)
    for name, x in (("pillow", image), ("tensor", chw(image)), ("float", chw(image) / 255)):
        tensors["small." + name] = small(x)
        tensors["usual." + name] = usual(x)[:, ::16, ::16]
    return tensors


if __name__ == "__main__":
    save("jpeg", golden(dict(jpegs()), ["UNCHANGED", "GRAY", "RGB"]))
    save("orientation", orientations())
    save("png", golden(dict(pngs()), ["UNCHANGED", *MODES.values()]))
    save("png16", golden(dict(wide_pngs()), ["UNCHANGED", *MODES.values()]))
    save("png_small", small_depths())
    save("others", others())
    save("written", written())
    save("transforms", transforms())
    save("presets", presets())
