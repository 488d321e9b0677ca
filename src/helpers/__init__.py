"""Arms Trail: the small tested module behind the notebooks.

Rooms depend on each other in one direction only: ``paths`` and ``problems`` know nobody;
``readers`` and ``tables`` turn bytes into tidy frames; ``sources`` finds, checks and cites them;
``exports``, ``firearms``, ``timeline``, ``units`` and ``claims`` are analysis, frames in and frames out;
``words`` holds every sentence a reader sees; ``charts`` draws; ``record`` is the only way out.
Importing this package does nothing.
"""
