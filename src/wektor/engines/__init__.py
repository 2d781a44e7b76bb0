"""Engines: they propose drafts; only grounding makes claims of them."""
