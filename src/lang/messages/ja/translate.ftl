### taiwa translate と taiwa stamp の出力。

## 数

n-units = 翻訳単位 { $n } 件
n-records = 記録 { $n } 件
n-texts = 文 { $n } 件
n-blocks = { $n } 箇所

## translate export

nothing-exported = 何も書き出さなかった
units-exported = { $file }: 訳すべきものは、{ $records }の{ $units }
blocks-left-out = { $file }: 対訳のない { $blocks }を除いた
record-left-out = { $file }: { $other } がないため、除いた
no-meeting-or-page = `{ $id }` という会合又はページはない
no-meeting-or-page-but = `{ $id }` という会合又はページはない。{ $help }

## translate import

nothing-imported = 何も変更しなかった
text-put-in = { $file }: { $unit }: { $text }
notes-put-in = { $file }: 本文（{ $blocks }）
stamped-in-import = { $file }: 「最新」とする
not-stamped-in-import = { $file }: 「最新」としない。`translated_from` は、人が直接書く必要がある
not-stamped-unfinished = { $file }: 「最新」としない。訳の完了していない箇所がある
import-halfway = { $error }。同じコマンドをもう一度実行し、残りを取り込む
texts-put-in = { $texts }を変更。未完了は{ $unfinished }、受け付けなかったものは{ $refused }

## XLIFF を読めない理由

xliff-too-large = ファイルが { $limit } MiB を超えている
xliff-not-utf8 = ファイルが UTF-8 のテキストではない
no-document-type = 文書型宣言（`<!DOCTYPE`）も、その実体も読まない
no-xliff = ファイルが XLIFF 1.2 ではない
no-whole-xliff = ファイルが XLIFF 1.2 ではないか、途中で切れている
not-xml = XML として読めない: { $error }
elements-too-deep = 要素の入れ子が { $most } 段を超えている
no-entity = `&{ $name };` という実体はない
record-twice-in-file = この記録がファイルに二度ある
no-record-in-both = このアーカイブに、両方の言語のファイルがある記録 `{ $path }` はない

## 翻訳単位を取り込めない理由

unit-twice = 翻訳単位 `{ $unit }` が二度ある
no-unit = `{ $record }` に翻訳単位 `{ $unit }` はない
units-or-archive-changed = ツールが翻訳単位を分割若しくは結合したか、又は書出しの後にアーカイブが変わった可能性がある
unit-refused = `{ $unit }` は受け付けない。{ $why }
other-source-text = 元の文が、アーカイブの今の文と異なる
export-text-as-it-is = もう一度書き出し、今の文を訳す。ツールが元の文を変更、分割又は結合した可能性もある
translation-changed = 書出しの後に、アーカイブの訳文が変更された
export-both-translations = どちらの訳文も失われないよう、もう一度書き出す
foreign-element = taiwa が書いたものではない要素 `{ $name }` がある
no-inline-element = 識別子 `{ $id }` の行内要素はない
inline-element-twice = 行内要素 `{ $id }` が二度ある
inline-element-lost = 行内要素 `{ $id }` が失われている
written-element-lost = 行内要素 `{ $id }`（{ $written }）が失われている
words-as-markup = 訳文の `{ $written }` が書式の記号として読まれる
not-read-as-text = ファイルに書き込むと、この一つの文として読まれない
put-in-by-hand = ファイルに直接書く
notes-not-finished = この本文に、訳の完了していない箇所がある
finish-notes = 本文のないファイルには、本文全体をまとめて取り込む。残りの箇所の訳も完了させる

## stamp

nothing-stamped = どの訳文も「最新」としなかった
stamped-as-current = { $file } を「最新」とした
current-already = { $file } は既に「最新」である
no-file-to-stamp = ファイル { $file } がない
no-note-to-stamp = { $file } は、このアーカイブの記録のファイルではない
translation-of-nothing = { $other } がなく、{ $file } の元の文に当たるものがない
summary-not-stamped = { $file } は要約（`status: summary`）である。要約は訳文ではなく、「最新」とすることはない。訳文であれば、`version` に `status: archive-translation` などと書く
authentic-not-stamped = { $file } は正文（`status: authentic`）であり、ほかの文から作られたものではない。訳文であれば、`version` に `status: archive-translation` などと書く
stamp-translation = { $file } は { $translation } の元の文である。訳文のファイルを指定する
stamp-by-hand = { $file } は、一行の変更では書き換えられない。`version` の下に `translated_from: { $hash }` と直接書く
