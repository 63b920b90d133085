"""An executed notebook and its figures as a report: a page, a Word file, slides or a PDF."""
