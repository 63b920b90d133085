"""Numbers as people write them: counts, signed values, intervals, shares."""

import math


def whole(n: float) -> str:
    """Return a count as people write it: without ".0", thousands set apart.

    >>> whole(12345.0), whole(2.5)
    ('12,345', '2.5')
    """
    return f"{int(n):,}" if float(n).is_integer() else f"{n:,.1f}"


def number(x: float, digits: int = 2, *, sign: bool = False) -> str:
    """Return a number with a real minus sign, never "−0.00", and "?" where there is none.

    >>> number(-0.416), number(0.5, sign=True), number(-0.001), number(float("nan"))
    ('−0.42', '+0.50', '0.00', '?')
    """
    if x is None or math.isnan(x):
        return "?"
    if math.isinf(x):
        return "−∞" if x < 0 else "∞"
    x = round(float(x), digits)
    if x == 0:
        return f"{0:.{digits}f}"
    return f"{x:{'+' if sign else ''}.{digits}f}".replace("-", "−")


def span(low: float, high: float, language: str = "en", digits: int = 2, *, sign: bool = True) -> str:
    """Return an interval in words.

    >>> span(-0.6, -0.2), span(0.1, 0.2, "zh")
    ('−0.60 to −0.20', '+0.10至+0.20')
    """
    to = " to " if language == "en" else "至"
    return f"{number(low, digits, sign=sign)}{to}{number(high, digits, sign=sign)}"


def p_value(p: float) -> str:
    """Return "p = 0.03" or "p < 0.001".

    >>> p_value(0.0301), p_value(1e-9)
    ('p = 0.030', 'p < 0.001')
    """
    return "p < 0.001" if p < 0.001 else f"p = {p:.3f}"


def percent(share: float) -> str:
    """Return a share in percent.

    >>> percent(0.345)
    '34%'
    """
    return f"{100 * share:.0f}%"


def wilson(k: float, n: float) -> tuple[float, float]:
    """Return the 95 % interval of a share of `k` in `n` (Wilson 1927); (0, 1) of nothing.

    >>> [round(x, 2) for x in wilson(5, 10)]
    [0.24, 0.76]
    """
    z = 1.959964
    if n <= 0:
        return 0.0, 1.0
    middle, reach = (k + z * z / 2) / (n + z * z), z * math.sqrt(k * (n - k) / n + z * z / 4) / (n + z * z)
    return max(0.0, middle - reach), min(1.0, middle + reach)


def share(k: float, n: float, language: str = "en") -> str:
    """Return a share in percent with its 95 % interval (Wilson 1927).

    >>> share(5, 10), share(5, 10, "zh")
    ('50% (24 to 76%)', '50%（24至76%）')
    """
    low, high = wilson(k, n)
    if not n:
        return "?"
    if language == "zh":
        return f"{percent(k / n)}（{100 * low:.0f}至{percent(high)}）"
    return f"{percent(k / n)} ({100 * low:.0f} to {percent(high)})"
