### What `taiwa import` says, in English.
