"""The steps of the countries extractor."""
