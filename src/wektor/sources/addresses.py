"""Addresses that may be fetched: http and https on the open internet, told after the name was resolved."""

import ipaddress
import socket
from typing import Final
from urllib.parse import urlsplit, urlunsplit

from wektor.sources.limits import Refused

_NAT64: Final = ipaddress.IPv6Network("64:ff9b::/96")
_Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet: not private, loopback, link-local, multicast or reserved, nor
    an IPv6 address that wraps such a one."""
    try:
        inner = _unwrapped(ipaddress.ip_address(address.partition("%")[0]))
    except ValueError:
        return False
    return inner.is_global and not inner.is_multicast and not inner.is_reserved


def _unwrapped(address: _Address) -> _Address:
    """The IPv4 address inside a mapped, 6to4, Teredo or NAT64 one."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else address)


def resolve(host: str, port: int, *, allow_private: bool) -> list[str]:
    """The addresses of a host that may be connected to. Raises Refused where it has none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Refused(f"no such host: {host}") from None
    addresses = list(dict.fromkeys(str(info[4][0]) for info in found))
    allowed = addresses if allow_private else [a for a in addresses if is_public(a)]
    if not allowed:
        raise Refused(f"{host} is a private or local address; --allow-private lets it through")
    return allowed


def check_url(url: str) -> str:
    """The address to fetch, without its fragment. Raises Refused for what is not http or https or bears a password."""
    try:
        parts = urlsplit(url.strip())
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise Refused("is no address") from None
    if parts.scheme.lower() not in ("http", "https"):
        raise Refused(f"only http and https are fetched, not {parts.scheme or 'that'}")
    if not host:
        raise Refused("is an address without a host")
    if parts.username or parts.password:
        raise Refused("bears a name and password; take them out of the address")
    return urlunsplit(parts._replace(fragment=""))


def tidy(url: str) -> str:
    """The address that a page is known by: no fragment, none of the campaign marks that feeds add."""
    parts = urlsplit(url)
    kept = [pair for pair in parts.query.split("&") if not pair.lower().startswith(("utm_", "fbclid=", "gclid="))]
    return urlunsplit(parts._replace(query="&".join(kept), fragment=""))
