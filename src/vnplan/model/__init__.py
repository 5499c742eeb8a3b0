"""The frozen values: no text patterns, no babel, no cattrs, no input or output."""
