"""Where work runs: this process, or a pool of processes."""
