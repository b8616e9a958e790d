### What `taiwa translate` and `taiwa stamp` say, in English.
