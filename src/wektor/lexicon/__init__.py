"""The only room that opens packs: typed, validated, compiled."""
