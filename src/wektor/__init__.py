"""wektor reads reporting on defence cooperation into claims that cite their source."""
