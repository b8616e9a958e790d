### taiwa import の出力。
