"""A small register for the outputs: deals of several kinds, an event, an unknown firm, a conflict, awkward characters."""

from tests.resolve.ledgers import actor, equipment, of_class, record
from wektor.model.register import View
from wektor.resolve import derive


def sample() -> View:
    """The view."""
    anka, engine = equipment("Anka", "combat UAV", "eq:tai-anka"), equipment("=KX-41", "tank")
    return derive([
        record("a", "order", actor("Turkish Aerospace", "TUR"), actor("KAZ"), anka, number=3, amount=45_000_000, date="2021-10", published="2021-10-29"),
        record("b", "order", actor("TUR"), actor("KAZ"), anka, number=5, date="2021-10", published="2021-11-02", publisher="Courier\x0b & <Co>"),
        record("c", "delivery", actor("TUR"), actor("KAZ"), anka, number=3, date="2022/2023", published="2023-05-20"),
        record("d", "aid", actor("POL"), actor("UKR"), engine, number=10, date="2023?", published="2023-02-01", attribute="donation"),
        record("e", "order", None, actor("UZB"), of_class("tank"), status="planned", date="202X", published="2024-02-01"),
        record("f", "talks", actor("KAZ"), actor("Tarvek Defence Systems", "TUR"), None, date="2024-03-01", published="2024-03-02"),
        record("g", "exercise", actor("KAZ"), actor("UZB"), None, date="2024-05", published="2024-05-02"),
        record("h", "production", actor("TUR"), actor("Kazakhstan Engineering", "KAZ"), anka, date="2024", published="2024-06-01", attribute="licence", status="planned"),
        record("i", "talks", actor("Tarvek", "TUR"), actor("XKX"), None, date="../2024", published="2024-03-02"),
    ])  # fmt: skip
