"""From an article to its keyphrases: candidates, the statistics of their words, ranking and merging."""
