"""Who said what: quoted stretches, the cues that report them, the speakers' phrases and who these are."""
