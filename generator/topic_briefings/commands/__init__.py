"""The commands of ``briefings``, a file each; each imports what is heavy when it is run, not before."""
