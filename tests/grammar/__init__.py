"""Tests of wektor.grammar."""
