### build、check、serve などのコマンドの出力と、オプションを受け付けない理由。

error = エラー
warning = 警告
help = ヒント

## 数

n-errors = エラー { $n } 件
n-warnings = 警告 { $n } 件
errors-and-warnings = { $errors }、{ $warnings }
n-pages = { $n } ページ
n-files = { $n } ファイル
n-addresses = アドレス { $n } 件

## オプション

theme-folder = --theme { $theme }: フォルダー themes/{ $theme }/ がない
base-url-refused = --base-url { $url }: { $problem }。{ $help }
output-overlaps = 出力先 { $output } は、{ $folder } と同じか、その中又は上にある
output-of-notes = 出力先 { $output } は、ビルドが自身の記録を置くフォルダー { $folder }/ と同じか、その中にある。ほかのフォルダーを指定する
no-output-option = ここではサイトを作らない。--output (-o) を外す
office-file-place = { $file } は { $folder } の中にあり、読み込まれるか公開されてしまう。ほかの場所を指定する
option-not-a-date = { $option } { $day } は日付ではない。{ $problem }
no-content-folder = { $root } にフォルダー content/ がない。アーカイブのフォルダーを --root で指定するか、`taiwa init` で新しいアーカイブを作る
editor-refused = --editor { $name }: none、{ $names } のいずれか、又は {"{"}path{"}"} を含むアドレスの形式を書く。例: 'my-editor://open?file={"{"}path{"}"}&line={"{"}line{"}"}'

## build、check、serve

reading = 読み込み中…
building = { $pages }を作成中…
nothing-published = 何も公開しなかった
nothing-published-for = 何も公開しなかった。{ $counts }
lacks-base-url = base_url がないため、正規アドレス、言語間のリンク、サイトマップ、フィードは作らない
built = 2言語で { $pages }。書き込み { $written }、変更なし { $unchanged }、削除 { $removed }、{ $seconds } 秒
rebuilt = { $pages }を作成。書き込み { $written }、変更なし { $unchanged }、削除 { $removed }
round = { $what }: { $done }、{ $seconds } 秒
first-round = { $done }、{ $seconds } 秒
preview-at = { $url }  (プレビューは Ctrl-C で終わる)
no-browser = ブラウザーを開けなかった
shown-to-others = 下書きと公開日前の記録が、このコンピューターに接続できるすべての機器に表示される
nothing-shown = 何も表示できない
last-site-stays = { $counts }。エラーのない直前のサイトを表示し続ける
last-site-stays-for-theme = テーマにエラーがある。エラーのない直前のサイトを表示し続ける
pages-rendered = { $pages }({ $rendered } ページを作成)
n-pages-rendered = { $pages }を作成
whole-archive = アーカイブ
another-day = 日付が変わった

## ledger

ledger-without-drafts = 台帳には公開済みのアドレスだけを記録する。--drafts を外す
nothing-recorded = 何も記録しなかった。{ $counts }
ledger-has-all = content/ledger.txt には{ $addresses }がすべて記録済みである
ledger-recorded = { $addresses }のうち新しい { $new } 件を content/ledger.txt に記録した

## ポートと、フォルダーの監視

port-taken = ポート { $port } は、ほかのプログラムが使っている
port-taken-but = ポート { $port } は、ほかのプログラムが使っている。{ $free } は空いている: --port { $free }
port-refused = { $address } では配信できない: { $error }
watch-limit = 監視できるファイル数の、システムの上限に達した
no-watch = フォルダーを監視できない ({ $error })
polled-instead = { $why }。代わりに、--poll を付けた場合と同じく { $ms } ミリ秒ごとにフォルダーを調べる

## ファイルを書き込めない理由

output-busy = 別のビルドが { $path } に書き込んでいる
output-foreign = { $path } は taiwa が書いたものではないか、その後に変更されており、サイトのファイルを置く場所にある。移動するか、--force で上書きする
output-foreign-gone = { $path } は taiwa が書いたままではなく、サイトにはもうこのファイルがない。移動するか、--force で削除する
output-foreign-inside = { $path } は taiwa が書いたものではなく、そのフォルダーの場所にはサイトのファイルを置く。移動する
output-link = { $path } は出力先の中のシンボリックリンクである。シンボリックリンクはたどらない
output-no-file = { $path } は通常のファイルではなく、そこにはビルドが自身のファイルを置く。移動する。何も公開しなかった
output-mount = { $path } は別にマウントされており、出力先のほかの場所からファイルを移せない。マウントを解除するか、一つのファイルシステムの上にある出力先を指定する。何も公開しなかった
file-error = { $path }: { $error }
output-unpublished = { $path }: { $error }。何も公開しなかった。出力先は元のままである
output-halfway = { $path }: { $error }。出力先には新旧両方のサイトのファイルがあり、いずれも壊れてはいない。次のビルドで整う

## 事務のファイルと、試しの実行

file-unreadable = { $file } を読めない: { $error }
dry-run = --dry-run のため、何も書き込まなかった。付けない場合: { $summary }
