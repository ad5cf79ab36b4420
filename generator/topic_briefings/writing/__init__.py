"""Pages to files below docs/: only what changed, each whole, and never over what a person wrote."""
