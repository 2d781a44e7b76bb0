"""Quotation marks, by how much a reader of them takes for one: an apostrophe may be one before a name, and is none in running speech."""

OPENING, CLOSING = frozenset("\"“„«"), frozenset("\"”“»")
OPENING_NAMES, CLOSING_NAMES = OPENING | {"'"}, CLOSING | {"'"}
OPENING_ANY, CLOSING_ANY = OPENING_NAMES | {"‘"}, CLOSING_NAMES | {"’"}
