"""Bytes to articles, paragraphs and sentences. No NLP library is imported here."""
