"""Which addresses may be visited."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wektor.sources.addresses import is_public, tidy


@pytest.mark.parametrize("address", [
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1", "255.255.255.255",
    "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1", "x",
])  # fmt: skip
def test_private_ones(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2001:4860:4860::8888", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_public_ones(address: str) -> None:
    assert is_public(address)


@given(st.ip_addresses(v=4))
def test_wrapping_an_address_does_not_free_it(address: ipaddress.IPv4Address) -> None:
    wrapped = [f"::ffff:{address}", f"64:ff9b::{address}", f"2002:{int(address) >> 16:x}:{int(address) & 0xFFFF:x}::"]
    assert {is_public(each) for each in wrapped} == {is_public(str(address))}


def test_marks_of_campaigns_are_taken_off() -> None:
    assert tidy("https://x.example/a?utm_source=rss&id=3&fbclid=9#top") == "https://x.example/a?id=3"
