"""What makes two documents the same, and two files the same.

A document is known by SHA-256 over its text in Unicode form NFC, its address, title, day of publication, publisher and
language: all that a reading or a citation depends on. Neither the file's name nor its folder is part of it, so a file
that was moved is known; the same text under two addresses makes two documents, which near-copies then group; a page
whose text or title changed is a new version.
"""

import hashlib
import unicodedata

import msgspec

from wektor.model import Document


def document_digest(document: Document) -> str:
    """64 hex digits that know the document's content."""
    text = unicodedata.normalize("NFC", document.text)
    known = [text, document.url, document.title, document.published, document.publisher, document.lang]
    return hashlib.sha256(msgspec.json.encode(known)).hexdigest()


def source_digest(data: bytes, *about: str | None) -> str:
    """64 hex digits that know bytes and what was known beside them (address, type), before they are parsed."""
    mixed = hashlib.sha256(msgspec.json.encode(about))
    mixed.update(data)
    return mixed.hexdigest()
