"""How a site begins: a repository of one's own, or some lines in the configuration of a site that there is."""
