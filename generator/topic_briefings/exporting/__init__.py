"""An edition as tables for other programs: one wide CSV file, or an SQLite file."""
