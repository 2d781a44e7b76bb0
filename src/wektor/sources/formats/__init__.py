"""One module for each format: bytes become an article, or are refused with a reason."""
