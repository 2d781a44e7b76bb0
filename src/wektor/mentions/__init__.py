"""States, organisations, forces, people in office, equipment, dates, numbers and money in a sentence."""
