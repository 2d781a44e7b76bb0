"""The only wiring: settings, adapters, pipeline."""
