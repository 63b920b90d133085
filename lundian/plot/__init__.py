"""Tables to matplotlib Axes. Computes nothing that a table could hold."""
