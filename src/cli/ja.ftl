### コマンドラインのヘルプと、使い方の誤りの案内。英語は cli.rs と help.rs にある。
### キーは、コマンドの並びとオプションの識別子をハイフンでつないだもの。

## どのコマンドにもあるもの

help = ヘルプを表示する
version = バージョンを表示する

## 全体

about = 二国間対話の記録から、日英二か国語の静的なアーカイブサイトを作る
after =
    例:
      taiwa init my-archive                                 見本の会合が入った新しいアーカイブを作る
      taiwa new meeting 2026-03-02-city --root my-archive   新しい会合のファイルを作る
      taiwa serve --root my-archive --open                  書きながらブラウザーで見る
      taiwa check --root my-archive                         全ての問題を、箇所とともに示す
      taiwa build --root my-archive                         my-archive/output/ にサイトを作る

    終了コード: 0 正常、1 内容に誤りがある、2 使い方の誤り、3 機器の障害（ディスク、権限など）

    各コマンドの詳しい説明は `taiwa コマンド --help` で見られます。

## 共通のオプション

root = content/、themes/、output/ のあるフォルダー
output = サイトの出力先（既定は root の中の output/）
base-url = サイトを公開するアドレス。site.yaml の値の代わりに使う
theme = テーマ。site.yaml の値の代わりに使う
drafts = 下書きと公開日前の記録も表示する
as-of = サイトの基準日。公開日（embargoed-until）の判定に使う（既定は、site.yaml の時間帯での今日）
strict = 警告もエラーとして扱う
quiet = 問題のほかは表示しない
color = 色を付けるかどうか。NO_COLOR に従う
format = 問題の表示形式。text は人向けで標準エラー出力へ、ほかは標準出力へ
language = ヘルプと案内の言語。en 又は ja（既定はシステムの言語）

## init

init-about = 見本の会合が入った新しいアーカイブを作る
init-dir = 新しいアーカイブのフォルダー。なければ作る（既定は root）
init-after =
    フォルダーは空でなければなりません。ただし .git のようにピリオドで始まる名前のものは、あっても構いません。
    既存のファイルは上書きしません。途中で止まった前回の作業の続きは、そのまま完成させます。
    登録簿の説明は、実行時の言語で書かれます。
    共通のオプションのうち、--root、--language、--quiet が使えます。

    例:
      taiwa init my-archive   新しいフォルダーに作る
      taiwa init              今いるフォルダーに作る

## new

new-about = 新しい記録のファイルを作る。そのまま書き込めるようになっている
new-after =
    例:
      taiwa new meeting 2026-03-02-city
new-meeting-about = 新しい会合のファイルを、英語と日本語の二つ作る
new-meeting-id = 会合の識別子。アドレスになる。半角の英小文字と数字をハイフンでつなぐ
new-meeting-date = 開催日。日が分からないときは月（既定は、識別子の先頭の日付）
new-meeting-dialogue = 対話の識別子。対話が複数あるアーカイブで使う
new-meeting-after =
    content/meetings/ に ID.en.md と ID.ja.md を作ります。対話の次の回数と、両当事者が入ります。
    まだ値のない項目は `taiwa check` で分かります。既存のファイルは上書きしません。
    共通のオプションのうち、--root、--format、--quiet が使えます。

    例:
      taiwa new meeting 2026-03-02-city                  2026年3月2日に開催した会合
      taiwa new meeting preparatory --date 2026-01-15    識別子に日付がない場合
      taiwa new meeting 2026-03-02-city --dialogue water  対話が複数ある場合

## build

build-about = サイトを作る。content/ から output/ へ出力する
build-force = taiwa が書いたのではないファイルが出力先にあっても上書きする
build-compress = テキストのファイルごとに .gz と .br も作る。これらを配信できるサーバー向け
build-host = この配信サービスが読む `_redirects` と `_headers` も作る
build-watch = 終了せず、変更のたびに作り直す
build-poll = 保存に気付けない環境で、フォルダーを繰り返し調べる
build-after =
    内容に一つでも誤りがあれば何も公開せず、出力先は元のまま残ります。

    例:
      taiwa build                                今いるフォルダーのアーカイブから output/ に作る
      taiwa build --root my-archive              別のフォルダーのアーカイブから作る
      taiwa build --strict --base-url https://archive.example/dialogue/
      taiwa build --as-of 2026-12-01             その日の時点のサイトを作る
      taiwa build --watch                        変更のたびに作り直す。手元のサーバーで見る場合に
      taiwa build --host netlify                 Netlify が読むファイルも作る
      taiwa build --drafts --output preview      下書きも含める。内部での確認用

## serve

serve-about = 書きながらブラウザーでサイトを見る。保存した内容はすぐに反映される
serve-port = ポート番号（既定は 8010）。0 なら空いている番号を使う
serve-interface = 待ち受けるアドレス（既定は 127.0.0.1）。0.0.0.0 なら、ほかの機器からも見られる
serve-editor = ページから該当する行をエディターで開くリンクを付ける。名前、{"{"}path{"}"} を含むアドレス、又は none（既定は VISUAL 又は EDITOR のもの）
serve-open = ブラウザーでサイトを開く
serve-poll = 保存に気付けない環境で、フォルダーを繰り返し調べる
serve-after =
    サイトはメモリーから配信され、ファイルは一切書きません。下書きと公開日前の記録も表示されます。
    保存した内容は、開いているページにすぐ反映されます。内容に誤りがあれば、直前の正しいページの上に示します。
    Ctrl-C で終了します。

    文の段落や事実ごとに、該当する行をエディターで開くリンクが付きます。エディターは vscode、vscode-insiders、vscodium、
    cursor、windsurf、zed、idea、pycharm、webstorm、phpstorm、subl、txmt、mvim、又はアドレスで指定します。

    例:
      taiwa serve                      http://127.0.0.1:8010/ で見る
      taiwa serve --open               ブラウザーも開く
      taiwa serve --editor zed         ページから該当する行を Zed で開く
      taiwa serve --port 0             空いているポートを使う
      taiwa serve --poll               ネットワークドライブやコンテナなど、保存に気付けない環境で
      taiwa serve --interface 0.0.0.0  ネットワーク上のほかの機器からも見る

## check

check-about = 内容の問題を全て示す。ファイルは書かない
check-after =
    エラーがあれば終了コードは 1 です。--strict を付けると、警告だけでも 1 になります。

    例:
      taiwa check                     今いるフォルダーのアーカイブを調べる
      taiwa check --strict            警告もエラーとして扱う
      taiwa check --format github     GitHub のワークフローで注釈として示す

## stamp

stamp-about = 訳文を「最新」とする。相手の言語の今の文から訳したことを記録する
stamp-files = 訳文のあるファイル。content/meetings/2026-03-02-city.ja.md など
stamp-after =
    訳文が、相手の言語の今の文と同じ内容になったときに実行します。ファイルには `version` の下の
    `translated_from` の一行だけを書き、元の文の記録を content/stamps.txt に残します。その後、元の文が
    変わると、check が訳文の古いことを知らせ、ページにも変わった箇所が示されます。

    例:
      taiwa stamp content/meetings/2026-03-02-city.ja.md
      taiwa stamp content/meetings/*.ja.md

## rename

rename-about = 記録の識別子を変え、参照する箇所も全て書き換える。公開済みのアドレスは新しいページへ導く
rename-kind = 記録の種類
rename-old = 今の識別子。事項は「会合/事項」と書く
rename-new = 新しい識別子
rename-dry-run = 変更の内容を示すだけで、ファイルは書かない
rename-after =
    記録のファイルのほか、登録簿とフロントマター、本文の [[種類:識別子]]、ページへのリンクを書き換えます。
    地の文は変えません。content/ledger.txt に記録したアドレスは、旧アドレス（aliases）として残します。
    最新だった訳文は最新のままです。途中で止まったときは、同じコマンドで続きから完成させます。
    共通のオプションのうち、--root、--base-url、--format、--quiet が使えます。

    例:
      taiwa rename track clowd cloud
      taiwa rename meeting 2026-03-02-city 2026-03-03-city --dry-run
      taiwa rename commitment 2026-03-02-city/gauges share-gauges

## import

import-about = 声明から会合の下書きを作る
import-file = 声明のファイル。名前の末尾が .docx、.html、.md、.txt、.pdf のもの
import-meeting = 会合の識別子。新しいもの、又は import が作った下書きのもの
import-lang = 声明の言語（既定は文字から判断）
import-authentic = 当事者が正文とする文である
import-keep-file = ファイルそのものを content/static/statements/ に残す
import-dry-run = 作る内容を示すだけで、ファイルは書かない
import-after =
    下書きには、声明の文、会合について分かることのほか、合意や認識などを表す動詞のある文や項目ごとに、
    事項の案が入ります。案の根拠はコメントに書かれます。採否は人が決めます。もう一方の言語の声明は、
    --lang を付けてもう一度実行すると、もう一方のファイルに入ります。人が直した箇所は上書きしません。
    共通のオプションのうち、--root、--format、--quiet が使えます。

    例:
      taiwa import statement.txt --meeting 2026-03-02-city --dry-run
      taiwa import statement.txt --meeting 2026-03-02-city --authentic --keep-file
      taiwa import statement-ja.txt --meeting 2026-03-02-city --lang ja

## sheet

sheet-about = 事項を表計算のファイルにして各省に照会し、返ってきた評価を取り込む
sheet-after =
    例:
      taiwa sheet export commitments.xlsx
      taiwa sheet import commitments.xlsx --dry-run
sheet-export-about = 実施の対象となる事項の一覧を、記入用のファイルに書き出す
sheet-export-file = 書き出すファイル。名前の末尾は .xlsx 又は .csv
sheet-export-force = 既存のファイルを上書きする。記入済みの内容は失われる
sheet-export-after =
    実施事項、継続事項、提言、次回会合のそれぞれに一行があります。記入する人は、状況、日付、評価者、文書を
    選びます。二枚目のシートに、英語と日本語の説明があります。
    既存のファイルは、--force がなければ上書きしません。下書きと公開日前の記録は --drafts を付けたときだけ入ります。
    共通のオプションのうち、--output のほかは使えます。

    例:
      taiwa sheet export commitments.xlsx          選択肢と保護されたセルのあるブック
      taiwa sheet export commitments.csv           文字だけの表
      taiwa sheet export commitments.xlsx --force  前のファイルを置き換える
sheet-import-about = 記入されたファイルの評価を、会合の記録に加える
sheet-import-file = 記入されたファイル。名前の末尾は .xlsx 又は .csv
sheet-import-dry-run = 加える内容を示すだけで、ファイルは書かない
sheet-import-after =
    記入された行を、その事項のある会合の記録に評価として加えます。そのほかの箇所は一切変えません。
    誤りがあればセルごとに示し、何も書きません。同じファイルをもう一度取り込んでも、何も変わりません。
    共通のオプションのうち、--output と --drafts のほかは使えます。

    例:
      taiwa sheet import commitments.xlsx --dry-run   加える内容を一行ずつ示す
      taiwa sheet import commitments.xlsx             評価を加える
      taiwa sheet import commitments.csv --strict     警告が出るものも受け付けない

## translate

translate-about = 文を XLIFF にして翻訳者に送り、でき上がった訳文を取り込む
translate-after =
    例:
      taiwa translate export -o to-translate.xlf
      taiwa translate import to-translate.xlf --dry-run
translate-export-about = 訳すべき文を XLIFF 1.2 に書き出す
translate-export-ids = 会合やページの識別子（既定は全て）
translate-export-to = 訳文の言語（既定は、記録ごとの訳文の言語）
translate-export-all = 最新の訳文のある文も書き出す
translate-export-output = 書き出すファイル（既定は標準出力）
translate-export-force = 既存のファイルを上書きする。訳した内容は失われる
translate-export-after =
    新しい文と、元の文が変わった文を書き出します。下書きと公開日前の記録も入ります。記録ごとに `file` が、文や
    段落ごとに `trans-unit` があります。参照、読み仮名、強調、コード、リンクは行内の要素になります。コメントと
    非公開の箇所は出しません。前の訳文は target に、用語集の用語は note に入ります。
    共通のオプションのうち、--output と --drafts のほかは使えます。

    例:
      taiwa translate export -o to-translate.xlf              新しい文と変わった文の全て
      taiwa translate export 2026-03-02-city --all -o t.xlf  一つの会合の全ての文
      taiwa translate export --to en > to-english.xlf         英語に訳すもの
translate-import-about = でき上がった訳文を、言語ごとのファイルに入れる
translate-import-file = 返ってきた XLIFF
translate-import-dry-run = 変更の内容を示すだけで、ファイルは書かない
translate-import-after =
    承認済みの単位と、状態が `translated`、`final`、`signed-off` の単位を、でき上がったものとして扱います。その文
    だけを訳文に置き換え、そのほかの箇所は一切変えません。元の文が変わった単位や、行内の要素が合わない単位は
    受け付けず、残りを取り込みます。全ての単位ができ上がった記録は、最新の訳文とします。
    共通のオプションのうち、--output と --drafts のほかは使えます。

    例:
      taiwa translate import translated.xlf --dry-run   変更の内容を一行ずつ示す
      taiwa translate import translated.xlf             取り込む

## brief

brief-about = 会合の準備をする人のために、両国がこれまでに何を述べたかをまとめる
brief-meeting = 会合の識別子（既定は、次に開かれる会合。なければ最新の会合）
brief-lang = 資料の言語（既定は両方）
brief-output = 書き出すファイル。名前の末尾は .docx、.html、.md（既定は標準出力への Markdown）
brief-force = 既存のファイルを上書きする
brief-after =
    政策分野ごとに、これまでの会合で最後に記録されたことを、どの文言によるか、何が未了か、期限は何か、何が
    変わったかとともに示し、前回の出席者も示します。要約は要約と示します。下書きと公開日前の記録は --drafts を
    付けたときだけ入り、各ページにその旨が入ります。内容の異なる既存のファイルは、--force がなければ上書きしません。

    例:
      taiwa brief                                    二か国語の Markdown
      taiwa brief 2026-03-02-city -o brief.docx      これから開かれる会合のための Word 文書
      taiwa brief --lang ja -o brief.html            最新の状況を日本語で。ブラウザーで見る

## ledger

ledger-about = 公開したアドレスを content/ledger.txt に記録する。以後、build と check はアドレスの消失を認めない
ledger-after =
    記録したアドレスがなくなると、build と check はエラー（`vanished-address`）を示します。
    公開のたびに実行してください。下書きと公開日前の記録は入りません。

    例:
      taiwa ledger                    今いるフォルダーのアーカイブが今日公開するアドレスを記録する
      taiwa ledger --as-of 2026-12-01

## lsp

lsp-about = Language Server Protocol でエディターに応答する。書きながら、問題の指摘、補完、識別子の変更ができる
lsp-after =
    エディターが起動し、標準入出力で通信し、終了させます。エディターで開いている文は、保存前でもファイルの内容として
    扱います。ファイルは書きません。アーカイブは、エディターで開いているフォルダーです。
    共通のオプションのうち、--drafts、--as-of、--base-url、--theme が使えます。エディターがフォルダーを示さない場合は
    --root も使えます。

    例:
      taiwa lsp   Markdown と YAML のためにエディターに設定するコマンド

## schema

schema-about = エディターでの補完と検査のために、ファイルの JSON Schema を出力する
schema-kind = どのファイルのものか（既定は全て。種類ごとに一つのスキーマの `$defs` に入る）
schema-after =
    例:
      taiwa schema                          全て。種類ごとに `$defs` に入る
      taiwa schema meeting > meeting.json   会合のフロントマター

## completions

completions-about = シェルでコマンドとオプションを補完するためのスクリプトを出力する
completions-shell = シェル
completions-after =
    例:
      taiwa completions bash > ~/.local/share/bash-completion/completions/taiwa
      taiwa completions zsh > ~/.zfunc/_taiwa            （fpath のフォルダーへ）
      taiwa completions fish > ~/.config/fish/completions/taiwa.fish

    その後、新しいシェルを開いてください。

## 使い方の誤り

unknown-argument = `{ $argument }` という引数はありません
unknown-command = `{ $command }` というコマンドはありません
missing-argument = 必要な引数がありません: { $argument }
missing-command = コマンドを指定してください: { $values }
conflicting-arguments = `{ $argument }` は `{ $other }` と同時には使えません
missing-value = `{ $argument }` の値がありません
unknown-value = `{ $argument }` の値に `{ $value }` は使えません。使える値: { $values }
invalid-value = `{ $argument }` の値に `{ $value }` は使えません
too-many-values = `{ $argument }` の値の数が違います
did-you-mean = { "。" }もしかして: { $near }
more-help = （詳しくは --help）
