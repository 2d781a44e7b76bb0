"""Steps from each schema to the next, run when a register is opened."""
