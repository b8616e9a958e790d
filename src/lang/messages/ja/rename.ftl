### taiwa rename、taiwa init、taiwa new の出力。

with-help = { $problem }。{ $help }
not-an-id-for = `{ $id }` は識別子として使えない。{ $rule }

## 識別子を変えられない理由

names-not-known = 何も変更しなかった。これらのファイルが何を参照しているか、確実には読み取れない
names-not-known-in = 何も変更しなかった。次のファイルが何を参照しているか、確実には読み取れない: { $files }
rename-unfinished = 終わっていない別の変更がある。先に次を実行する: taiwa rename { $command }
no-rename-note = { $path } は taiwa が書いたものではない。移動する
editor-moves-no-files = このエディターではファイル名を変更できない。次を実行する: taiwa rename { $command }
nothing-to-rename = ここには、識別子を変更できるものがない
write-with-meeting = 会合の識別子とともに「会合/事項」の形で書く
commitment-stays = 事項を別の会合に移すことはできない。`{ $other }` は `{ $meeting }` ではない
delegation-like-judge = 代表団の識別子に `{ $id }` は使えない。評価では、代表団以外の評価者を表す
called-so-already = この{ $what }の識別子は、既に `{ $id }` である
another-called-so = `{ $name }` は、別の{ $what }が使っている
no-commitment-of-meeting = 会合 `{ $meeting }` に `{ $name }` という事項はない
meeting-in-two-files = { $first } と { $second } は、どちらも同じ言語の会合 `{ $id }` のファイルである
commitment-twice-in-file = { $path } に事項 `{ $id }` が二つある
give-other-id-first = 先に一方を別の識別子にする
page-over-file = ページの置かれる場所に static/{ $file } がある。先にこのファイルを移す
alias-of-another = /{ $address } は、{ $path } にある別の記録の旧アドレスである。別の識別子にする
names-unchangeable = { $path }: { $lines } 行目の識別子は、変更できない書き方になっている。引用符とアンカーを使わずに書く
aliases-unchangeable = { $path }:{ $line }: この記録の旧アドレスは、変更できない書き方になっている。手作業で `aliases: [{ $aliases }]` と書く
unreadable-once-changed = { $path } は、変更すると読めなくなる
no-stamp-in-one-line = { $path } を、一行の変更で「最新」とすることができない

## 識別子を変えたときの変更

name-changed = { $path }:{ $line }: { $old } -> { $new }
file-moved = { $path } -> { $name }
alias-added = { $path }:{ $line }: 旧アドレスに追加: { $addresses }
alias-gone = { $path }:{ $line }: 旧アドレスから削除: { $addresses }
stays-current = { $path }: 訳文はこれまでどおり「最新」
stamps-by-new-id = { $path }: 訳文の元の文の記録を新しい識別子に変更
name-missed = { $path }:{ $line }: ここでは、変更できない書き方でこの記録を参照している。手作業で変更する
published-file-gone = /{ $address } は公開済みだが、サイトからなくなる。ファイルのアドレスは旧アドレスにできない。使う人がいなければ、content/ledger.txt のその行を削除する
n-changes = 変更 { $n } 件
renamed = 識別子 `{ $old }` を `{ $new }` に改めた。{ $changes }
rename-foreseen = --dry-run のため、何も書き込まなかった。識別子 `{ $old }` は `{ $new }` になる。{ $changes }
rename-stopped = { $error }。{ $left }。同じコマンドをもう一度実行し、残りを終える
all-else-renamed = ほかは全て終わっている
not-renamed = 終わっていないもの: { $undone }

## init と new

init-refused = { $folder }: { $problem }。新しいアーカイブには専用のフォルダーを指定する。例: `taiwa init my-archive`
folder-not-empty = フォルダーが空ではない。中にあるもの: { $names }
folder-holds-more = フォルダーが空ではない。中にあるもの: { $names } ほか { $more } 件
file-and-no-folder = フォルダーではなくファイルである
archive-made = { $folder } にアーカイブを作った。{ $files }
build-it = サイトを作る:    taiwa build{ $root }
add-a-meeting = 会合を追加する:  taiwa new meeting 2026-03-02-city{ $root }
replace-examples = その後、content/site.yaml から始めて、見本を実際の記録に置き換える
link-leads-outside = { $path }: このリンクの先は content フォルダーの外である
meeting-exists = この会合は既に { $file } にある。別の識別子にする
files-of-meeting = content/meetings/ の { $id }.*.md
dialogues-there = content/dialogues.yaml にある対話: { $ids }
several-dialogues = 対話が複数ある。--dialogue でいずれかを指定する: { $ids }
no-dialogue-for-meeting = content/dialogues.yaml に、会合の属する対話がない。対話を書く
made-file = { $file } を作った
fill-in-and-check = 値を書いた後に次を実行する: taiwa check{ $root }
