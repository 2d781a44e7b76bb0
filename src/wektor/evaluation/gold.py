"""Gold documents: ``NAME.json`` beside ``NAME.txt``, as the codebook lays down."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from wektor.model import ATTRIBUTES, KINDS, STATUSES, Document, Edtf, InputError, roles_of


class GoldMoney(msgspec.Struct, frozen=True):
    """A value: an amount in a currency."""

    amount: int | float
    currency: str


class GoldNumber(msgspec.Struct, frozen=True):
    """A quantity: one number (``low`` is ``high``) or a range."""

    low: int | float
    high: int | float


class GoldArgument(msgspec.Struct, frozen=True):
    """One filler of a role with every accepted form, or a number, or money."""

    role: str
    accepted: tuple[str, ...] | GoldNumber | GoldMoney


class GoldClaim(msgspec.Struct, frozen=True, kw_only=True):
    """What a right claim looks like: every kind that is right, and every accepted filler."""

    kinds: tuple[str, ...]
    status: str
    date: str | None
    attribute: str | None
    arguments: tuple[GoldArgument, ...]
    anchor: str
    optional: bool

    def filled(self, kind: str) -> tuple[GoldArgument, ...]:
        """The arguments in roles that a claim of ``kind`` can bear: a claim of two kinds lists the roles of both."""
        roles = roles_of(kind)
        return tuple(argument for argument in self.arguments if argument.role in roles)


class GoldDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A text with the claims that a careful reader finds in it; ``partial`` where only some of them are listed, or some of their roles.

    ``complete``: a partial one lists all claims, and all actors of their core roles.
    """

    id: str
    lang: str
    text: str
    claims: tuple[GoldClaim, ...]
    published: str | None = None
    url: str | None = None
    partial: bool = False
    complete: bool = False

    @property
    def document(self) -> Document:
        """The document as an engine gets it."""
        return Document(id=self.id, text=self.text, lang=self.lang, published=self.published, url=self.url)


class _ClaimRecord(msgspec.Struct, forbid_unknown_fields=True):
    kinds: tuple[str, ...]
    status: str
    roles: dict[str, Any]
    anchor: str = ""
    date: str | None = None
    attribute: str | None = None
    optional: bool = False


class _Record(msgspec.Struct):
    id: str
    lang: str
    claims: tuple[_ClaimRecord, ...]
    published: str | None = None
    url: str | None = None


def load_gold(directory: Path, *, languages: Iterable[str] = (), documents: Iterable[str] = ()) -> list[GoldDocument]:
    """Every gold document of a directory, by name; ``languages`` and ``documents``, where given, keep only those."""
    if not directory.is_dir():
        raise InputError(f"{directory}: no such directory of gold documents")
    wanted, ids = set(languages), set(documents)
    paths = [path for path in sorted(directory.glob("*.json")) if path.with_suffix(".txt").is_file()]
    found = [load_gold_document(path) for path in paths if not ids or path.stem in ids]
    kept = [gold for gold in found if not wanted or gold.lang in wanted]
    if not kept:
        raise InputError(f"{directory}: no gold document (NAME.json beside NAME.txt) fits")
    return kept


def load_gold_document(path: Path) -> GoldDocument:
    """The gold document ``NAME.json`` with the text of ``NAME.txt`` beside it."""
    text_path = path.with_suffix(".txt")
    try:
        record = msgspec.json.decode(path.read_bytes(), type=_Record)
        text = text_path.read_bytes().decode("utf-8")
        claims = tuple(_read_claim(claim) for claim in record.claims)
    except msgspec.DecodeError as error:
        raise InputError(f"{path}: {error}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{text_path}: not UTF-8 (byte {error.start})") from error
    except OSError as error:
        raise InputError(f"{error.filename}: {error.strerror}") from error
    _check_anchors(path, text, claims)
    return GoldDocument(
        id=record.id, lang=record.lang, text=text, claims=claims, published=record.published, url=record.url
    )


def _check_anchors(path: Path, text: str, claims: tuple[GoldClaim, ...]) -> None:
    for number, claim in enumerate(claims):
        if claim.anchor not in text:
            raise InputError(f"{path}: $.claims[{number}].anchor is not in the text: {claim.anchor!r}")


def _read_claim(record: _ClaimRecord) -> GoldClaim:
    _check_words(record)
    return GoldClaim(
        kinds=record.kinds,
        status=record.status,
        date=record.date,
        attribute=record.attribute,
        arguments=tuple(argument for role, value in record.roles.items() for argument in _read_role(role, value)),
        anchor=record.anchor,
        optional=record.optional,
    )


def _check_words(record: _ClaimRecord) -> None:
    """What the type cannot say: words of the ontology, and a date that is one."""
    # A role may be none of these kinds' (gold of two kinds borrows freely): such an argument is never counted.
    roles = {role for kind in KINDS for role in roles_of(kind)}
    if not record.kinds or not set(record.kinds) <= set(KINDS):
        raise msgspec.ValidationError(f"unknown kind among {list(record.kinds)} - at `$.claims[...].kinds`")
    if record.status not in STATUSES:
        raise msgspec.ValidationError(f"unknown status {record.status!r} - at `$.claims[...].status`")
    if record.attribute is not None and record.attribute not in ATTRIBUTES:
        raise msgspec.ValidationError(f"unknown attribute {record.attribute!r} - at `$.claims[...].attribute`")
    if not set(record.roles) <= roles:
        raise msgspec.ValidationError(f"unknown role among {list(record.roles)} - at `$.claims[...].roles`")
    if record.date is not None and Edtf.parse(record.date) is None:
        raise msgspec.ValidationError(f"no EDTF date: {record.date!r} - at `$.claims[...].date`")


def _read_role(role: str, value: Any) -> tuple[GoldArgument, ...]:
    if role == "quantity":
        pair = msgspec.convert(value if isinstance(value, list) else [value, value], tuple[float, float])
        return (GoldArgument(role, GoldNumber(*pair)),)
    if role == "value":
        return (GoldArgument(role, msgspec.convert(value, GoldMoney)),)
    forms = msgspec.convert(value, tuple[tuple[str, ...], ...])
    return tuple(GoldArgument(role, accepted) for accepted in forms)
