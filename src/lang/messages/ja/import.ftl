### taiwa import の出力。

## 声明のファイル

not-a-meeting-id = `{ $written }` は会合の識別子として使えない。{ $rule }
statement-unreadable = { $file } を読めない: { $error }。読めるファイルを指定する
statement-file-too-large = { $file } は { $most } MiB を超えている。声明を、画像を除いて保存する
no-pdftotext = PDF は pdftotext で読むが、pdftotext が動かない: { $error }。pdftotext (poppler-utils) をインストールするか、声明を .docx 又は .txt で保存する
pdf-unreadable = { $file } を pdftotext で読めない。声明を .docx 又は .txt で保存する
pdf-without-text = スキャンしただけの文書などで、{ $file } には読める文字がない。声明を .docx 又は .txt で保存する
statement-ending-unknown = { $file } という名前からは、何のファイルか分からない。名前の末尾を次のいずれかにする: { $endings }
statement-file-empty = { $file } は空である。声明のあるファイルを指定する
not-what-name-says = { $file } は、名前の示すとおりのファイルではない。{ $found }
it-is-a-package = 実際は、Word のファイルなど、複数のファイルをまとめたものである。これが声明なら、名前の末尾を .docx にする
it-is-a-pdf = 実際は PDF である。これが声明なら、名前の末尾を .pdf にする
it-is-old-office = 実際は、古い形式の Word などの Office ファイルである。.docx で保存する
it-is-rich-text = 実際はリッチテキストである。.docx で保存する
it-is-compressed = 実際は圧縮されたファイルである。先に展開する
it-is-no-such-file = 中身が .{ $ending } の形式ではない。書式のないテキストなら、名前の末尾を .txt にする
statement-encoding-unknown = { $file } は、UTF-8、Shift_JIS、EUC-JP、ISO-2022-JP のいずれのテキストでもない。UTF-8 で保存し、もう一度読み込む
statement-too-long = { $file } の文が、一つの記録に入る量を超えている。附属書などを除き、声明だけを読み込む
statement-without-text = { $file } には文がない。文のあるファイルを指定する

## Word のファイル

word-file-refused = { $file }: { $problem }
package-without-word-text = 複数のファイルをまとめたものだが、Word の文がない。文を .docx で保存する
package-damaged = 展開できない。Word で開いて保存し直し、それを読み込む
package-too-large = 展開すると、声明としては大きすぎる。文だけを新しいファイルに保存する
part-damaged = 中の { $part } が壊れている。Word で開いて保存し直し、それを読み込む
part-too-large = 中の { $part } が { $most } MiB を超えている。文だけを新しいファイルに保存する
part-not-utf8 = 中の { $part } が UTF-8 ではない。Word で保存し直す
part-unreadable = 中の { $part } を読めない。{ $problem }。Word で保存し直す
no-sound-xml = 正しい XML ではない
xml-has-document-type = Word が書かない文書型の宣言がある
xml-has-too-many-parts = 要素の数又は入れ子が、声明としては多すぎる
xml-cut-off = 途中で切れている
xml-empty = 空である
xml-attribute-unsound = 正しくない属性がある

## 読込みの妨げになる、アーカイブの内容

registry-unread = アーカイブの登録簿に読めないものがあり、このままでは、そこに記した内容が抜け落ちる。taiwa check を実行し、直してからもう一度読み込む
meeting-note-unread = 会合 { $meeting } の記録に、読めないファイルがある。taiwa check を実行し、直してからもう一度読み込む
note-without-other = { $path } はあるが、import が一緒に作る { $lang } のファイルがない。別の識別子を選ぶか、そのファイルを手で書く
note-too-large = { $file } から作る記録が { $most } MiB を超える。いくつかに分けて読み込む
note-taken = { $path } が既にあり、import が作ったものではない。--meeting で別の識別子を指定する
note-edited = { $path } が既にあり、import が書く内容と異なる。人が直したか、別のファイルから作ったものである。続きを手で書くか、--meeting で別の識別子を指定する
first-note-unread = { $path } を読めない。先に taiwa check を実行し、直す
note-not-by-import = { $path } は import が作ったものではない。--meeting で別の識別子を指定する
kept-file-taken = content/static/{ $file } に、内容の異なるファイルが既にある。移動するか、--keep-file を外す

## 見つかったもの

fact-found = { $what }: { $value }
fact-not-found = { $what }: 見つからず、省いた
fact-title = 名称
fact-dialogue = 対話
fact-date = 日付
fact-place = 場所
held-over-distance = オンライン
participants-found = { $delegation }: { $names }
participants-found-with-others = { $delegation }: { $names } ほか
no-participant-found = { $delegation }: 登録簿にある人物も機関も見つからなかった
person-named-first = { $person } (筆頭)
proposal-found = { $kind } { $id }: 政策分野は { $track }、根拠は{ $reason }
proposal-found-without-track = { $kind } { $id }: 政策分野なし、根拠は{ $reason }
by-verb = 動詞「{ $verb }」
by-verb-before-list = 箇条書きの前の動詞「{ $verb }」
reason-with-doubt = { $reason }。{ $doubt }
doubt-of-kind = 文に主体がないため確かではない。この動詞は、表では { $kind } である
nobody-acts = 文に主体がない
names-no-meeting = 文に会合への言及がない

## 二つ目の言語の文

commitment-words = { $id }: { $title }
commitment-without-words = { $id }: この文の同じ位置に、対応する箇所がない。手で書く
numbers-of-headings-differ = 見出しの数が、もう一方の文では { $first }、この文では { $second } である。最初の見出しより前だけを対応させた
blocks-not-matched = 「{ $title }」から先を対応させられない。もう一方の文: { $first }。この文: { $second }
several-of-block = { $block } { $n }
no-blocks = なし

## 書き込んだもの

file-to-write = 書き込むファイル: { $file }
file-written = 書き込んだファイル: { $file }
file-as-it-would-be = { $file } は既にあり、書き込む内容と同じである
no-file-written-for-dry-run = --dry-run のため、何も書き込まなかった
no-file-written = 何も書き込まなかった
draft-made = 下書きができた。一行ずつ確認してから実行する: taiwa check{ $root }
