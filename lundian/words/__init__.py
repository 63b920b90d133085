"""Sentences to terms: segmentation, dictionaries, stop words, concept mentions, discovery of new terms."""
