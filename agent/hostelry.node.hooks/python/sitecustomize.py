"""Lets hooks that were written for Python 2 ask their environment as they did then."""

import os

if not hasattr(os.environ, 'has_key'):
    type(os.environ).has_key = lambda self, key: key in self
