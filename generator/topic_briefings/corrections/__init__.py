"""The editor's word: a file of corrections over what the generator found, reviewed like code, kept for ever.

``kinds`` is the table of what can be corrected; ``reading`` makes corrections of the file, or one sentence that says
what is wrong with it; ``desk`` keeps which of them found what they are about; ``articles`` and ``findings`` apply them
before and after the analysis. Voices and stories are corrected where they are made, in ``gathering``.

A correction names its article and the words that it means, never a place in the text, so it is found again when the
text around it changes. One that finds nothing any more is reported, and changes nothing.
"""
