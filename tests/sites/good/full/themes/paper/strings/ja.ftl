made-with = 組版
colophon = 紙で読むための版です。
paper-commitments =
    { $n ->
        [0] 成果事項なし
       *[other] 成果事項{ $n }件
    }
