"""Measure how many characters a second the lexicon scorer reads in one process, given the terms.

    python benchmarks/lexicon_speed.py [megacharacters]

The text is made of sentences built here from common words and terms of the lexicon, in about the shares of commentary.
"""

import sys
import time

import numpy as np

from lundian.tone.lexicon import LexiconScorer

COMMON = (
    "企业 用户 市场 我们 平台 的 的 的 了 在 是 这个 一种 当中 进行 行业 产品 技术 服务 时代 之后 可以 通过 数据 城市"
)
GRAMMAR = "不 没有 但是 如果 那么 更加 非常 或许 需要 不是 而是 与 同 成本 利润 下降 提升 摆脱 ， ， 。"


def made(characters: int, scorer: LexiconScorer) -> list[list[str]]:
    """Return sentences of about 40 characters, one term in twelve from the lexicon, one in six a word of grammar."""
    random = np.random.default_rng(0)
    polar = sorted(term for term in scorer.vocabulary.terms if 2 <= len(term) <= 4)
    n = characters // 2
    kinds = random.random(n)
    words = np.where(
        kinds < 1 / 12,
        random.choice(polar, n),
        np.where(kinds < 1 / 4, random.choice(GRAMMAR.split(), n), random.choice(COMMON.split(), n)),
    ).tolist()
    return [[*words[at : at + 22], "。"] for at in range(0, n, 22)]


def main() -> None:
    """Print characters a second, the best and the middle of five runs."""
    scorer = LexiconScorer()
    sentences = made(int(float(sys.argv[1] if len(sys.argv) > 1 else 2) * 1e6), scorer)
    characters = sum(len(term) for sentence in sentences for term in sentence)
    seconds = []
    for _ in range(5):
        start = time.perf_counter(), time.process_time()
        _, evidence = scorer.score(sentences)
        seconds.append((time.perf_counter() - start[0], time.process_time() - start[1]))
    rates = characters / np.array(seconds).T / 1e6
    print(f"{characters:,} characters, {len(sentences):,} sentences, {len(evidence):,} rows of evidence")
    for clock, of in zip(("the wall clock", "the processor's clock"), rates, strict=True):
        print(f"million characters a second by {clock}: best {of.max():.2f}, middle {np.median(of):.2f}")


if __name__ == "__main__":
    main()
