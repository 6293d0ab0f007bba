"""Reads the images that Java wrote with real Pillow, and compares them with the golden they were written from.

Needs Pillow (used: 13.0.0 with libwebp 1.6.0) and torch. From the root of the repository:
    mvn -q -pl :jtorch-vision -am test -Dtest=EncodingTest -Dsurefire.failIfNoSpecifiedTests=false
    python goldens/images/check_written.py
"""
from pathlib import Path

import numpy as np
import PIL
from PIL import Image
from safetensors.numpy import load_file

ROOT = Path(__file__).parents[2] / "jtorch-vision"

if __name__ == "__main__":
    picture = load_file(ROOT / "src/test/resources/golden/images/written.safetensors")["picture"].transpose(1, 2, 0)
    alpha = np.concatenate([picture, picture[:, ::-1, :1]], -1)
    for name in ("rgb.png", "rgb.webp", "rgb.bmp", "alpha.png", "alpha.webp"):
        read = np.array(Image.open(ROOT / "target/written/images" / name))
        np.testing.assert_array_equal(read, alpha if "alpha" in name else picture, name)
    print("OK: 5 images with Pillow", PIL.__version__)
