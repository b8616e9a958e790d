### What an editor shows: words of cards and of quick fixes, in English.
