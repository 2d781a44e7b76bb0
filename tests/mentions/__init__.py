"""Tests of wektor.mentions."""
