"""What holds for all tests: none depends on how fast the machine is, nor on how it was started."""

import signal

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # Behind "&" or nohup a shell has Ctrl-C ignored, and so would every server that a test stops by it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
