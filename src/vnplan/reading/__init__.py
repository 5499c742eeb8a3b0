"""Text → raw records: strings and places, never the model."""
