made-with = Printed with
colophon = Set for reading on paper.
paper-commitments =
    { $n ->
        [0] no commitments
        [one] one commitment
       *[other] { $n } commitments
    }
