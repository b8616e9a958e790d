### taiwa sheet と taiwa brief の出力。
