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

## 新しいアーカイブのファイルにある説明

required = 必須
may-be-left-out = 省略可
rest-may-be-left-out = 以下は省略できます。
notes-on-site = アーカイブ全体の設定です。# で始まる行は説明で、サイトには表示されません。
how-written = 書き方
how-a-pair = 半角のコロンの後に半角の空白を置き、値を書きます。
how-both-languages = 英語と日本語の文です。波括弧を付けずに書いた文は、両言語で使われます。
how-signs = 「: 」や「 #」を含む文や、記号で始まる文は、引用符で囲みます。
how-commas = {"{"} {"}"} や [ ] の中では、半角のコンマを含む文も引用符で囲みます。
how-indented = 半角の空白2つ        上の行に属する行は、半角の空白2つ分だけ字下げします。
how-examples = # の直後に空白がない行は記入例です。使うときは # を消します。
notes-on-base-url = サイトを公開するアドレスです。サイトマップを作り、各言語版のページを検索エンジンに示すために使います。
notes-on-languages = 言語を表示する順序です。どちらの言語のページも必ず作られます。
notes-on-locales = 英語の日付の書き方です。省略すると米国式（en-US）になり、en-GB とすると英国式になります。
notes-on-time-zone = 公開日（embargoed-until）の日付をどの時間帯で数えるかです。省略すると協定世界時（UTC）になります。
notes-on-license = 文章の利用条件です。
notes-on-contact = 誤りの連絡先です。フォームのアドレスか、mailto: に続けてメールアドレスを書きます。各ページの末尾にリンクが付きます。
notes-on-levels = 会合のレベルのうち、標準の名称がないものに名称を付けます。
notes-on-dialogues = 対話の一覧です。識別子（id）の下に、その対話について分かることを書きます。
notes-on-ids = 識別子は、半角の英小文字と数字をハイフンでつないだもので、自由に決められます。サイトのアドレスになるため、
    公開後は変えないでください。
required-of-dialogue = 必須：名称と二つの当事者。当事者は delegations.yaml の識別子を、表示する順に書きます。
earlier-names = 旧名称
notes-on-delegations = 代表団の一覧です。両国政府のほか、産業界など会合に加わる団体を書きます。
notes-on-country = 省略可：ISO 3166-1 の国名コード（2文字）又は EU
notes-on-side = 民間の代表団には、どちらの側で加わるかを side に書きます。
notes-on-organizations = 省庁、団体などの機関の一覧です。何も書かなくても構いません。
required-of-organization = 必須：属する代表団の識別子と名称
notes-on-reading = 省略可：略称と読み仮名。日本語の一覧は読み仮名の順に並びます。
notes-on-parent = 省略可：上位の機関
notes-on-people = 資料に氏名のある人物の一覧です。何も書かなくても構いません。
notes-on-person = 省略可：姓、名、読み仮名、肩書
notes-on-tracks = 政策分野の一覧です。事項は、必ずいずれか一つの分野に属します。
notes-on-glossary = 用語の一覧です。一つの用語をハイフンで始めます。何も書かなくても構いません。
notes-on-term = 省略可：用いない形と注記
notes-on-output = サイトは content/ から作られるため、フォルダーだけを残します。
