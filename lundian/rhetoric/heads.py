"""The head noun of a phrase, from its terms and closed-class words alone.

A Chinese noun phrase ends in its head, so the head of what stands before a comma is its last term that is neither a
particle nor a word of place; the head of what opens a clause is the last term before its verb or adverb.
"""

from collections.abc import Sequence
from typing import NamedTuple

from lundian.schema import MAX_TERM


class Term(NamedTuple):
    """A term and where it stands in its sentence."""

    text: str
    start: int
    end: int


MAX_PURPOSE = 2  # 来, 去, 来看: longer terms that begin so are words of their own
COMMAS = frozenset("，,；;：:。！？!?—…\n")
# What never is a head: particles, words of place and time, pronouns, determiners and measure words.
_NO_HEAD = """
的 地 得 了 着 过 们 之 所 等 等等 吧 呢 吗 啊 而已 罢了 上 中 下 里 内 外 前 后 间 时 时候 之间 之中 之上 之下 之后 之前
之内 之外 当中 其中 身上 手中 方面 来讲 来说 而言 来看 我 你 他 她 它 我们 你们 他们 她们 它们 人们 自己 大家 其 这 那 哪
此 该 这些 那些 这种 那种 这样 那样 这个 那个 什么 本身 一 二 两 三 几 一个 一种 一场 一次 一些 一样 一般 一道 一起 个 种 场
次 件 条 项 位 只 片 层 每 某 各 诸多 许多 很多
"""
# What ends the noun phrase that opens a clause: copulas, auxiliaries, adverbs, prepositions, conjunctions.
_NO_NOUN = """
是 为 即 在 只是 仅仅只是 经过 途经
有 没有 有着 不 没 未 并 并不 不再 不是 更 更加 更为 最 很 太 非常 十分 则 就 也 都 还 又 再 才 却 便 只 仅 仅仅
将 会 要 能 能够 可以 可能 应 应该 应当 必须 需要 正在 已 已经 曾 曾经 始终 一直 依然 仍 仍然 往往 越来越 真正 其实 同样 从 向
到 对 对于 把 被 让 使 给 以 用 由 于 与 和 同 跟 或 比 因 因为 如果 当 通过 看到 看成 成为 变成 变为
"""
# What is no head but tells two like heads apart: 新 and 旧.
_QUALITY = "新 全新 崭新 旧 老 大 小 高 低 多 少 好 坏 长 短"
# What stands for a noun elsewhere.
_REFERRING = frozenset(("他", "她", "它", "他们", "她们", "它们", "这", "那", "其", "前者", "后者"))
_EMPTY = frozenset(_NO_HEAD.split())
_QUALITIES = frozenset(_QUALITY.split())
_VERBAL = frozenset(_NO_NOUN.split())


def _is_content(text: str) -> bool:
    return text not in _EMPTY and text not in _VERBAL and len(text) <= MAX_TERM and any(map(str.isalnum, text))


def _is_head(text: str) -> bool:
    return text not in _QUALITIES and _is_content(text)


def last_head(terms: Sequence[Term]) -> Term | None:
    """Return the head of a phrase that ends with its head: its last noun-like term, of one character only if all are."""
    heads = [term for term in reversed(terms) if _is_head(term.text)]
    return next((term for term in heads if len(term.text) > 1), heads[0] if heads else None)


def first_head(terms: Sequence[Term]) -> Term | None:
    """Return the head of the noun phrase that opens a clause: 老式|的|算盘|更加|轻便 → 算盘.

    Terms without a particle between them are a compound if there are two, and more likely subject, verb and object if
    there are more: then the first is taken. A general subject is no head: in 人们 需要 的 是 桥 it
    is 桥. Whom 它 or 这 means is not known: None.
    """
    clause = first_clause(terms)
    if clause and clause[0].text in _REFERRING:
        return None
    run: list[Term] = []
    for term in clause:
        if term.text == "的":
            run = []
        elif term.text in _VERBAL and run:
            break
        elif _is_head(term.text):
            run.append(term)
    return (run[0] if len(run) > 2 else run[-1]) if run else None


def is_nominal(terms: Sequence[Term]) -> bool:
    """Tell whether no verb-like word is among the terms."""
    return not any(term.text in _VERBAL for term in terms)


def noun_phrase(terms: Sequence[Term]) -> Sequence[Term]:
    """Return the terms up to the first verb-like word that has a possible head before it."""
    for number, term in enumerate(terms):
        if term.text in _VERBAL and last_head(terms[:number]):
            return terms[:number]
    return terms


def before_purpose(terms: Sequence[Term]) -> Sequence[Term]:
    """Return the terms up to 来 or 去, which begin what something is done for: 用耳朵|来|判断."""
    for number, term in enumerate(terms):
        if number and term.text[:1] in ("来", "去") and len(term.text) <= MAX_PURPOSE:
            return terms[:number]
    return terms


def first_clause(terms: Sequence[Term]) -> Sequence[Term]:
    """Return the terms up to the first comma that has words before it."""
    words = 0
    for number, term in enumerate(terms):
        if term.text[:1] in COMMAS and words:
            return terms[:number]
        words += any(map(str.isalnum, term.text))
    return terms


def last_clause(terms: Sequence[Term]) -> Sequence[Term]:
    """Return the terms after the last comma that has words behind it."""
    return list(reversed(first_clause(list(reversed(terms)))))


def told_apart(a: Sequence[Term], b: Sequence[Term]) -> tuple[Term, Term] | None:
    """Return the heads of two phrases; where both end in the same head, what sets them apart further left.

    A pair such as (玻璃 的 杯子, 木头 的 杯子) differs in 玻璃 and 木头.
    """
    one, other = last_head(a), last_head(b)
    if one and other and one.text == other.text:
        return _modifiers(a, b)
    return (one, other) if one and other else None


def _modifiers(a: Sequence[Term], b: Sequence[Term]) -> tuple[Term, Term] | None:
    sides = [[term for term in reversed(side) if _is_content(term.text)] for side in (a, b)]
    return next(((x, y) for x, y in zip(*sides, strict=False) if x.text != y.text), None)
