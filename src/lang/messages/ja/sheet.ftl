### taiwa sheet と taiwa brief の出力。

## 数

n-rows = { $n } 行
n-assessments = 評価 { $n } 件

## 関係者に渡すファイル

office-file-there = { $file } は既にあり、誰かが手を加えた可能性がある。ほかのファイルを指定するか、--force で上書きする

## brief

brief-written = { $file }: 会合 { $meeting } の資料
no-brief-made = 資料を作らなかった
no-name-of-brief = { $file } は資料のファイルの名前ではない。名前の末尾は .docx、.html 又は .md とする
no-meeting-called = 表示できる会合に `{ $name }` というものはない。{ $hint }
meeting-needs-drafts = 下書きと公開日前の会合には --drafts を付ける
no-meeting-to-show = アーカイブに、表示できる会合がない
brief-unwritable = 文書を作成できない

## sheet

sheet-written = { $file }: 記入の対象は { $rows }
sheet-there = { $file } は同じ内容で既にある ({ $rows })
no-sheet-written = 表を書き出さなかった
no-name-of-sheet = { $file } は表のファイルの名前ではない。名前の末尾は .xlsx 又は .csv とする
archive-beyond-workbook = アーカイブの内容が、ブックに収まる量を超えている。名前の末尾が .csv のファイルを指定する
assessment-added = { $file }:{ $line }: { $name }: { $facts } ({ $cell })
assessments-added = { $files }に{ $assessments }を追加。記録済み { $known }、未記入 { $empty }
nothing-added = 何も加えなかった
not-all-added = { $error }。次のファイルには評価を加えていない: { $undone }。同じコマンドをもう一度実行し、残りを加える
other-column = { $cell }: 列 `{ $header }` はこの表のものではないため、読まない
other-remark = { $cell }: この評価は既にあり、備考が異なる。記録の備考はそのまま残る

## 表のファイル

sheet-not-utf8 = ファイルの文字コードが UTF-8 ではない
save-as-csv-utf8 = UTF-8 の CSV (Excel では「CSV UTF-8」) 又は Excel ブック (.xlsx) として保存する
old-workbook = 古い形式のブックか、パスワードの付いたブックである
save-without-password = パスワードを付けずに、Excel ブック (.xlsx) として保存する
csv-is-package = 名前の末尾は .csv だが、文字だけの表ではなく、圧縮されたファイルである
name-it-xlsx = ブックなら、名前の末尾を .xlsx にする
xlsx-is-no-workbook = 名前の末尾は .xlsx だが、ブックではない
save-as-xlsx-or-csv = Excel ブック (.xlsx) として保存する。文字だけの表なら、名前の末尾を .csv にする
workbook-unreadable = ブックを読めない: { $error }
number-beyond-sheet = 中に、表ではあり得ない大きさの数がある
open-and-save-as-xlsx = 表計算ソフトで開き、Excel ブック (.xlsx) として保存し直す
too-many-parts = ファイルの中の部品が { $most } 個を超えている
unpacks-to-more = 展開した { $part } が、表のファイルとしては大きすぎる
cells-beyond-sheet = セルの数又は文の長さが、表としては大きすぎる
send-back-as-exported = 書き出した表に記入し、ほかのものを加えずに返送する
no-row-of-headers = ファイルに見出しの行がない
row-of-headers = 表には、次の見出しの行が必要である: { $names }
header-twice = 見出しが `{ $column }` の列が二つある
delete-one-column = どちらか一方を削除する
header-missing = 見出しが `{ $column }` の列がない
put-header-back = 書き出したとおりに戻す
too-many-rows = 記入された行が { $most } 行を超えている
divide-sheet = 表を複数に分ける
more-problems = ほかにも問題がある。これより下の行は調べていない
correct-these-first = まずこれらを直す

## セル

line-and-column = { $line } 行目 { $column } 列目
at-cell = { $cell }: { $problem }
merged-cells = ここでセルが結合されている
split-cells = 結合を解除し、行ごとに記入する
row-without = 記入のある行に `{ $column }` がない
fill-in-or-empty = 記入するか、その行のほかのセルを空にする
several-commitments = `{ $written }` に当たる事項が複数ある
put-back-id = 書き出した識別子に戻すか、行を削除する
write-one-of = 次のいずれかを書く: { $names }
differs-from-archive = `{ $column }` が、この事項についてのアーカイブの記載と異なる
formula-in-place = `{ $column }` の代わりに数式がある
put-back-exported = 書き出した内容に戻す。その後にアーカイブが変わったなら、表を書き出し直す
not-assessed = `{ $kind }` は実施の対象ではないため、評価できない
empty-row = その行の記入を消す
no-status = `{ $written }` という状況はない
no-evidence-status = `no-evidence` は、評価のない事項の状況である
leave-row-empty = その行には記入しない
no-day = `{ $written }` は日付として読めない
such-as-day = { $problem }。例: 2026-11-30
write-as-day = 2026-11-30 のように書く
day-before-meeting = { $date } は、{ $meeting } の会合より前である
day-after-today = { $date } は、基準日 { $today } より後である
no-judge = `{ $written }` という評価者はない
add-document = 先に会合又は出来事の `documents` に加え、その識別子をここに書く
error-in-cell = エラー { $error } になっている
formula-without-value = 数式に値がない
put-value = 代わりに値を書く
assessed-otherwise = 同じ日に、`{ $judge }` がこの事項を `{ $status }` と評価している ({ $place })
in-its-note = 会合の記録
in-cell = { $cell }
leave-one-or-day = どちらか一方だけを残すか、日付を別にする

## 加えられないもの

assessment-not-added = `{ $name }` の評価を加えられない。{ $why }
facts-nowhere = 事項の事実がどのファイルにもない
not-extensible = 書き加えられない形で書かれている
not-read-back = 加えた評価を、会合の記録から読み取れなかった
add-by-hand = 会合の記録に手で書き加え、その行の記入を消す
remark-without-commitment = 備考は `{ $lang }` で書かれているが、{ $lang }.md ファイルにこの事項がない
remark-in-other-language = 備考を `{ $lang }` で書くか、先にもう一方のファイルにこの事項を加える
