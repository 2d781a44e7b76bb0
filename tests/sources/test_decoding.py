"""Bytes to text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wektor.sources.decoding import decode, encoding_of

POLISH = "Zażółć gęślą jaźń. Wojsko odbierze łodzie w październiku, mówią źródła w ministerstwie. " * 3
RUSSIAN = "Министерство обороны закупит двенадцать катеров и обучит экипажи до конца года. " * 3


@pytest.mark.parametrize(("text", "code"), [
    *((POLISH, c) for c in ("utf-8", "utf-8-sig", "utf-16", "cp1250", "iso8859_2")), *((RUSSIAN, c) for c in ("utf-8", "cp1251", "koi8_r")),
])  # fmt: skip
def test_encodings(text: str, code: str) -> None:
    assert decode(text.encode(code)) == text


@given(st.text())
def test_utf_8_is_read_as_it_stands_or_refused_as_binary(text: str) -> None:
    found = decode(text.encode("utf-8"))
    assert found is None or found in (text, text.removeprefix("\ufeff"))


@given(st.binary())
def test_any_bytes_are_text_or_none(data: bytes) -> None:
    decode(data)
    encoding_of(data)


@pytest.mark.parametrize("data", [bytes(range(256)) * 40, b"\x7fELF" + bytes(500), b"\xff\xfe" + bytes(500), b"MZ" + bytes(range(1, 30)) * 90])
def test_binary(data: bytes) -> None:
    assert decode(data) is None


@pytest.mark.parametrize("declared", ["punycode", "idna", "unicode_escape", "no-such", "base64", "rot13", "\0", "utf-32", "ascii"])
def test_a_declared_encoding_that_is_wrong_or_strange_is_passed_over(declared: str) -> None:
    assert decode(POLISH.encode(), declared) == POLISH


def test_a_few_control_characters_are_left_where_they_are() -> None:
    assert decode(b"a\0b\x1bc") == "a\0b\x1bc"


def test_a_text_may_be_cut_within_a_character() -> None:
    assert encoding_of("zażółć".encode()[:-1]) == "utf-8"
