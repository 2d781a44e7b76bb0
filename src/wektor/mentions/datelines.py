"""Datelines: where and by whom a report was filed, before its first sentence ("KARACHI, May 19 (AFP) – …")."""

from wektor.mentions.sentence import Sentence

_REACH = 16  # tokens that a dateline may take
_DASHES, _INNER = frozenset({"–", "—", "-", "--"}), frozenset(",./()[]")
_PLACES = frozenset({"capital", "place"})


def mark_dateline(sentence: Sentence) -> None:
    """Take whom a dateline names out of the play: the place where somebody wrote does nothing, nor does the agency."""
    end = _end(sentence)
    if end and _files(sentence, end):
        for mention in sentence.mentions:
            if mention.j <= end:
                mention.anaphor = True


def _end(sentence: Sentence) -> int:
    """The mark that ends a head of names, dates and brackets alone, if one opens the sentence."""
    for k, token in enumerate(sentence.tokens[:_REACH]):
        word = token.word
        if word.text == ":" or (word.text in _DASHES and _apart(sentence, k)):
            return k
        if not (word.cap or word.digit or word.text in _INNER or word.text in _DASHES):
            return 0
    return 0


def _apart(sentence: Sentence, k: int) -> bool:
    """Whether a dash stands between words and does not join them."""
    return k > 0 and sentence.tokens[k - 1].end < sentence.tokens[k].start


def _files(sentence: Sentence, end: int) -> bool:
    """Whether the head is a dateline and not whom the text goes on to speak of: a date, or an agency in brackets, stands behind its place."""
    words = [t.word for t in sentence.tokens[:end]]
    if not any(w.text == "(" or w.digit for w in words):
        return False  # "SANTIAGO: four frigates are on order": a heading, and the city stands for its state
    placed = any(m.i == 0 and m.j <= end and m.entry.kind in _PLACES for m in sentence.matches.named)
    return sentence.cover[0] is not None and (placed or words[0].upper)
