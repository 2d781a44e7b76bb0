"""A brief written: a page that prints well, Markdown, a text document. One module for each form."""

from wektor.output.briefs.document import write_document
from wektor.output.briefs.markdown import write_markdown
from wektor.output.briefs.page import write_page

__all__ = ["write_document", "write_markdown", "write_page"]
