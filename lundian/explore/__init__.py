"""Pages and widgets to explore an article with: choosing or uploading it, and what is seen of it. Nothing imports this room."""
