own-greeting = Words of this archive
