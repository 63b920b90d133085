"""Make features of articles."""

from lundian import paths


def ship() -> None:
    """Extract the articles that the project ships features of anew, from data/articles/ to data/features/."""
    from lundian.corpus import ship as ship_features

    print(f"{ship_features()!r} → {paths.features()}")
