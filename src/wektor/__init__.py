"""wektor reads reporting on defence cooperation into claims that cite their source.

>>> import wektor
>>> claims = wektor.read("Leonardo delivered two AW109 helicopters to Nigeria in April 2019.")
>>> claims[0].kind, claims[0].date
('delivery', '2019-04')
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wektor.app.reading import read
    from wektor.app.register import Register
    from wektor.model import Claim, Document

__version__ = "0.1.0"
__all__ = ["Claim", "Document", "Register", "__version__", "read"]


def __getattr__(name: str) -> Any:
    """Public names load on first use, so that ``import wektor`` stays light."""
    if name == "read":
        from wektor.app.reading import read

        return read
    if name == "Register":
        from wektor.app.register import Register

        return Register
    if name in ("Claim", "Document"):
        from wektor import model

        return getattr(model, name)
    raise AttributeError(f"module 'wektor' has no attribute {name!r}")
