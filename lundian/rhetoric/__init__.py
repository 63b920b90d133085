"""Sentences to rhetoric: roles, connectives, hedges and boosters, contrast pairs."""
