"""What the search finds: an entry for every article, quotation in marks, voice, briefing and hand-written page.

``entries`` makes them of the built pages and the files below ``data/``; ``index`` has Pagefind index them for a
site on a server; ``offline`` writes them into one file for a site that is opened from a disk.
"""
