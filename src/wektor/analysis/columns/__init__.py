"""Answers over all deals of a register, told by column with the library of numbers."""
