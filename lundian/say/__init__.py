"""Tables to sentences, in English and Chinese."""
