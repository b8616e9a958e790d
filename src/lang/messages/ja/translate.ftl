### taiwa translate と taiwa stamp の出力。
