"""Programs that use the public names alone."""
