"""The letters of a PDF file, which are those of its fonts, to the characters that they stand for."""

import re
import unicodedata

_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’—…·\U00020000-\U0003ffff"
_IS_WIDE = re.compile(f"[{_WIDE}]")
# Blanks that typesetting makes: between Han characters, and between them and Latin letters or digits.
_GAP = re.compile(rf"(?<=[{_WIDE}]) +(?=\S)|(?<=\S) +(?=[{_WIDE}])")

# Fonts give some Han characters the numbers of radicals, which look the same. Those of the block Kangxi Radicals have a
# compatibility form; of the block CJK Radicals Supplement, these are whole characters as well.
_RADICALS = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
_RADICALS[0x2F3E] = "户"  # the only one whose compatibility form is another character than the one that fonts mean
_RADICALS |= dict(
    zip(
        map(ord, "⺟⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳"),
        "母民虎西见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
        strict=True,
    )
)
_LETTERS = _RADICALS | dict.fromkeys([*range(0x20), 0x7F])  # letters without a name print nothing


def mended(text: str) -> str:
    """Return a line of a PDF file as the characters that it stands for, without the blanks that typesetting makes.

    >>> mended("⻔ 前 第 3 章， Just in Time 的⺠")
    '门前第3章，Just in Time的民'
    """
    return _GAP.sub("", text.translate(_LETTERS).strip())


def width(text: str) -> float:
    """Return about how wide a line is, in Han characters; others are half as wide.

    >>> width("第3章")
    2.5
    """
    return sum(1 if _IS_WIDE.match(character) else 0.5 for character in text)
