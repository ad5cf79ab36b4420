"""A folder of news articles goes in; a briefing site that a reader can trust comes out."""

__version__ = "0.1.0"
