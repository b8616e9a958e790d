### What `taiwa sheet` and `taiwa brief` say, in English.
