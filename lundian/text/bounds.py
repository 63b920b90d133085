"""How large what a zip file holds may be: a small file that unpacks to a huge one is refused by name, before it is unpacked."""

import zipfile

from lundian.errors import LundianError

LARGEST = 512 << 20  # bytes of one file that is read whole
ODD_SIZE, ODD_RATIO = 8 << 20, 200  # text shrinks to a tenth; what shrinks to a two-hundredth is made to fill memory


def check_size(info: zipfile.ZipInfo, name: str) -> None:
    """Refuse a file in a zip file that would not fit into memory.

    Raises
    ------
    LundianError
        The file is larger than an article can be, or shrinks as no text does.
    """
    if info.file_size > LARGEST or (info.file_size > ODD_SIZE and info.file_size > ODD_RATIO * info.compress_size):
        raise LundianError(
            f"{name}: would unpack to {info.file_size >> 20} MB, which is no article, so it was not unpacked; "
            "check where the file comes from."
        )
