"""Claims for people and programs: table, JSON Lines, CSV, a page."""
