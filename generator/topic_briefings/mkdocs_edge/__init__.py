"""The MkDocs edge: the only room that knows MkDocs."""
