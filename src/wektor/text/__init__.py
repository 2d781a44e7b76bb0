"""Sentences, tokens, and what morphology knows of a word."""
