"""Sentences to tone: scorers with their evidence, and their evaluation."""
