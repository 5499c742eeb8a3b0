"""Laws of the model, stated as properties."""
