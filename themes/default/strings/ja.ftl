# 画面に表示する日本語の文言。一つの見出し語が一つの文言で、en.ftl と同じ見出し語をもつ。
# 値はただの文字列。変数（$n など）の名前は変えないこと。

## 言語

language-own-name = 日本語
language-en = 英語
language-ja = 日本語
in-language-en = （英語）
in-language-ja = （日本語）

## ページの名称、メニューでの呼び名、検索エンジン向けの説明

title-dialogues = 対話
title-meetings = 会合
title-commitments = 事項
title-tracks = 政策分野
title-delegations = 代表団
title-organizations = 機関
title-people = 人物
title-events = 関連する出来事
title-timeline = 年表
title-matrix = 会合・分野別一覧
title-glossary = 用語集
title-status = 種別・経過・本文の区分
title-coverage = 英語版と日本語版の整備状況
title-corrections = 訂正の一覧
title-search = 検索
title-downloads = データのダウンロード
title-parallel = { $title }（日英対照）
title-not-found = ページが見つからない
title-page-n = { $title }（{ $of }ページ中{ $n }ページ目）

nav-home = ホーム
nav-dialogues = 対話
nav-meetings = 会合
nav-commitments = 事項
nav-tracks = 政策分野
nav-delegations = 代表団
nav-organizations = 機関
nav-people = 人物
nav-events = 出来事
nav-timeline = 年表
nav-matrix = 会合・分野別一覧
nav-glossary = 用語集
nav-status = 種別と経過
nav-search = 検索
nav-downloads = データ
nav-coverage = 整備状況
nav-corrections = 訂正

description-dialogues = 本アーカイブに収めた対話を、当事者及び会合の回数とともに掲げる。他の対話の一部をなす対話は、その対話の下に示す。
description-meetings =
    { $dialogues ->
        [1] 対話の全ての会合を、日付と場所とともに、新しい順に掲げる。
       *[other] 全ての対話の会合を、日付と場所とともに、新しい順に掲げる。
    }
description-commitments = 本アーカイブに収めた全ての事項を、会合ごとに新しい順に掲げる。
description-tracks =
    { $dialogues ->
        [1] 対話の政策分野と、それぞれに属する事項を掲げる。
       *[other] 各対話の政策分野と、それぞれに属する事項を掲げる。
    }
description-delegations =
    { $dialogues ->
        [1] 対話の代表団と、それぞれが主体となった事項を掲げる。
       *[other] 各対話の代表団と、それぞれが主体となった事項を掲げる。
    }
description-organizations =
    { $dialogues ->
        [1] 対話の記録に現れる省庁その他の機関を掲げる。
       *[other] 各対話の記録に現れる省庁その他の機関を掲げる。
    }
description-people =
    { $dialogues ->
        [1] 対話の記録に現れる人物を、資料にある肩書とともに掲げる。
       *[other] 各対話の記録に現れる人物を、資料にある肩書とともに掲げる。
    }
description-events =
    { $dialogues ->
        [1] 首脳会合、枠組みの発足、作業部会、産業界の会合など、対話に関わりのある出来事で、対話の会合ではないものを、新しい順に掲げる。
       *[other] 首脳会合、枠組みの発足、作業部会、産業界の会合など、各対話に関わりのある出来事で、対話の会合ではないものを、新しい順に掲げる。
    }
description-timeline =
    { $dialogues ->
        [1] 対話の会合を、最初のものから年ごとに掲げる。
       *[other] 各対話の会合を、最初のものから年ごとに掲げる。
    }
description-timeline-events =
    { $dialogues ->
        [1] 対話の会合と関連する出来事を、最初のものから年ごとに掲げる。
       *[other] 各対話の会合と関連する出来事を、最初のものから年ごとに掲げる。
    }
description-matrix = 各会合の政策分野別の事項の件数を、リンクとともに示す。
description-glossary =
    { $dialogues ->
        [1] 対話に関する用語を、英語と日本語の対で掲げる。
       *[other] 各対話に関する用語を、英語と日本語の対で掲げる。
    }
description-coverage = 各記録について、英語版と日本語版の有無、訳文が最新か、対訳のない箇所があるかを示す。
description-corrections = 本アーカイブの記録について公開後に行った訂正を、新しい順に掲げる。
description-downloads = 本アーカイブの全ての記録を、データ、表計算ソフト用の表、フィード及びカレンダーとして提供する。
description-status = 本アーカイブで用いる種別、経過、記録間のつながり、本文の区分の意味を説明する。
description-search = 本アーカイブの会合、事項、政策分野、機関、人物、用語などを、日本語と英語で検索する。

## 事項

kind-undertaking = 実施事項
kind-undertaking-definition = 実施について双方が約束し、一致し、又は確認したもの。
kind-continuation = 継続
kind-continuation-definition = 既に進められている取組や情報交換を続けるもの。
kind-shared-view = 共通認識
kind-shared-view-definition = 双方が共に認識し、強調し、又は再確認したもの。
kind-welcome = 歓迎
kind-welcome-definition = 他者が行ったこと又は提出したものを歓迎したもの。
kind-report = 報告
kind-report-definition = 何かが行われたと述べたもの。
kind-recommendation = 提言
kind-recommendation-definition = 政府に対する要望又は提出された声明。主に産業界による。
kind-next-meeting = 次回会合
kind-next-meeting-definition = その後の会合を予定し、又は準備するもの。

outcome-unknown = 資料未収録
outcome-unknown-definition = この後の経過を示す資料は未収録。何も行われなかったことを意味しない。
outcome-not-started = 未着手
outcome-not-started-definition = 着手されていないと資料が述べているもの。
outcome-in-progress = 進行中
outcome-in-progress-definition = 着手され、続いていると資料が述べているもの。
outcome-partly-fulfilled = 一部実施
outcome-partly-fulfilled-definition = 一部が行われたと資料が述べているもの。
outcome-fulfilled = 実施済み
outcome-fulfilled-definition = 行われたと資料が述べているもの。
outcome-discontinued = 中止
outcome-discontinued-definition = 取りやめたと資料が述べているもの。
outcome-no-evidence = 資料未確認
outcome-fulfills = 後に実施
outcome-fulfills-definition = ここで掲げたことを行う後の記録があるもの。
outcome-continues = 後に継続
outcome-continues-definition = これを続ける後の記録があるもの。
outcome-revises = 後に修正
outcome-revises-definition = これを改める後の記録があるもの。改められた点以外はなお有効である。
outcome-supersedes = 後の事項に移行
outcome-supersedes-definition = これに代わる後の記録があるもの。
outcome-reports-on = 後に報告
outcome-reports-on-definition = その状況を報告する後の記録があるもの。
outcome-responds-to = 後に回答
outcome-responds-to-definition = これに応える後の記録があるもの。

relation-fulfills = 実施した事項
relation-fulfills-definition = 先の事項が予定したことを行うもの。
relation-continues = 引き継いだ事項
relation-continues-definition = 先の事項を引き継いで続けるもの。
relation-revises = 改めた事項
relation-revises-definition = 先の事項の一部を改めるもの。その他の部分は存続する。
relation-supersedes = 置き換えた事項
relation-supersedes-definition = 先の事項に代わるもの。
relation-reports-on = 報告した事項
relation-reports-on-definition = 先の事項の状況を伝えるもの。
relation-responds-to = 応じた事項
relation-responds-to-definition = 提言など、先の事項に応えるもの。
relation-related = 関連する事項
relation-related-definition = 同じ事柄を扱うもの。先後や由来の関係は示さない。

## 本文の区分と翻訳の状況

version-authentic = 正文
version-authentic-definition = 当事者自身が正文又は原文として扱う文章。
version-official-translation = 公式訳
version-official-translation-definition = 政府が公式の訳文として公表したもの。
version-provisional-translation = 仮訳
version-provisional-translation-definition = 政府が仮訳として公表した訳文。
version-summary = 要約
version-summary-definition = 本アーカイブが自らの言葉でまとめた文章。公式の文章の訳ではない。
version-archive-translation = 本アーカイブによる翻訳
version-archive-translation-definition = 本アーカイブのために作成した訳文。公式のものではない。
version-machine-translation = 機械翻訳
version-machine-translation-definition = 機械による訳文。公式のものではなく、誤りを含むことがある。
version-not-stated = 本文の区分の記載なし
version-not-stated-definition = この文章の区分は示されていない。

state-current = 最新
state-current-definition = もう一方の言語の現在の本文から訳したもの。
state-outdated = 要更新
state-outdated-definition = 訳文の作成後に、もう一方の言語の本文が変わったもの。
state-unstamped = 訳出元の記録なし
state-unstamped-definition = もう一方の言語の本文から訳したものか、また、どの時点の本文から訳したものか、記録がないもの。
state-partial = 一部あり
state-partial-definition = その言語の本文がまだなく、ほかの部分はあるもの。ない部分を示す。
state-missing = なし
state-missing-definition = その言語のものがまだないもの。
state-summary = 要約
state-summary-definition = 別の言葉でまとめた文章で、訳文ではないもの。
state-not-translated = 訳文以外
state-not-translated-definition = 資料から直接書いたもの、又は訳文のもとになったもの。
outdated-notice = この訳文は、英語版の改訂前の本文に基づく。
changed-since = その後に変わった箇所
part-title = 題名
part-summary = 概要
part-beginning = 本文の冒頭
part-gone = 削除された箇所
lacking-title = 題名
lacking-summary = 概要
lacking-place = 場所
lacking-roles = 肩書
lacking-commitments = 事項の本文
lacking-due = 期限の文言
lacking-assessments = 評価の注記
lacking-corrections = 訂正の注記
lacking-text = 本文

## 会合と代表団

mode-in-person = 対面
mode-virtual = オンライン
mode-hybrid = ハイブリッド（対面・オンライン併用）
mode-not-stated = 開催形式の記載なし
capacity-co-chair = 共同議長
capacity-acting = 代理
attended-online = オンライン参加
delegation-kind-government = 政府
delegation-kind-private = 民間
delegation-kind-international-organization = 国際機関
delegation-kind-civil-society = 市民社会
delegation-kind-academia = 学術界
party-archive = 本アーカイブ
party-third-party = 第三者
number-of-meeting = 第{ $n }回
number-in-dialogue = { $dialogue }{ $number }
and-others = ほか
redacted = 非公開：{ $what }
abbreviation-after-name = { $name }（{ $abbreviation }）
other-rows = その他

## 件数

count-meetings = { $n }回
count-commitments = { $n }件
count-undertaking = 実施事項{ $n }件
count-continuation = 継続{ $n }件
count-shared-view = 共通認識{ $n }件
count-welcome = 歓迎{ $n }件
count-report = 報告{ $n }件
count-recommendation = 提言{ $n }件
count-next-meeting = 次回会合{ $n }件
count-tracks = 政策分野{ $n }
count-organizations = 機関{ $n }
count-people = { $n }人
count-documents = { $n }件
count-terms = { $n }語
taken-up-at = その後{ $n }回の会合で取り上げ

## 全てのページ

skip-to-content = 本文へ移動
main-menu = 主なメニュー
menu = メニュー
close-menu = メニューを閉じる
breadcrumb = 現在の位置
about-this-site = このサイトについて
published-by = 発行者
license = ライセンス
report-mistake = 誤りの連絡
made-with = 作成ソフトウェア
address = アドレス
dark-mode = ダークモード
pages-of-list = この一覧のページ
previous-page = 前のページ
next-page = 次のページ
draft = 下書き
planned = 予定
withdrawn = 取下げ

## 項目名

date = 日付
place = 場所
mode = 開催形式
level = レベル
host = 主催
number = 回次
dialogue = 対話
meeting = 会合
meetings = 会合
track = 政策分野
kind = 種別
verb = 原文の表現
due = 期限
forums = 国際会議・枠組み
carried-by = 主体
responsible-organizations = 記載のある機関
reference = 識別子
delegation = 代表団
organization = 機関
person = 人物
organizations = 機関
people = 人物
abbreviation = 略称
former-names = 旧名称
parent-organization = 上位の機関
child-organizations = 下位の機関
whole-dialogue = 上位の対話
parts-of-dialogue = 下位の対話
website = ウェブサイト
roles = 肩書
delegation-kind = 代表団の区分
side = 属する側
parties = 当事者
assessed-by = 評価の主体
source = 資料
retrieved = 閲覧日
archived-copy = ウェブアーカイブの保存版
own-copy = 本アーカイブの保存版
total = 計
table = 表
avoided-forms = 使用しない表記
until = { $date }まで
term-of-office = { $from }から{ $until }まで
term-from = { $from }から
commitment = 事項

## ホーム

home-standing = 事項の現状
home-standing-note = その後の経過について本アーカイブに資料があるか否かにより、各事項を一回ずつ数える。
home-assessed = 評価あり
home-recorded = 後の記録あり
home-unknown = その後の資料は未収録
home-nothing-due = 実施するものがなく、経過を示さない事項
home-tracks = 政策分野と未了の事項
home-tracks-note = 実施の対象となる事項のうち、実施、中止又は置換えの記録がないものを未了とする。
home-open = 未了
all-tracks = 全ての政策分野
home-latest = 直近の会合
home-planned = 今後の会合
home-recent = 最近の会合
home-matrix = 会合と政策分野
home-continued = 繰り返し取り上げられた事項
home-continued-note = 記録の間のつながりにより数えた回数で、重要さを示すものではない。
all-meetings = 全ての会合
whole-timeline = 年表の全体を見る
whole-matrix = 一覧の全体を見る

## 日英対照と整備状況のページ

parallel = 日英対照
parallel-link = 日本語と英語を並べて読む
show-sides = 表示
both-sides = 両方
parallel-unaligned = 両言語の本文は、互いの訳ではない。それぞれをそのまま並べて示す。
row-link = この部分へのリンク
heading-link = 「{ $title }」へのリンク
coverage-intro = 本アーカイブの記録ごとに、英語版と日本語版の有無と、訳文が最新かどうかを示す。
coverage-totals = 全体の状況
coverage-state = 状況
coverage-meaning = 意味
coverage-records = 記録ごとの状況
coverage-record = 記録
coverage-unpaired = 対訳のない箇所

## 会合のページ

on-this-page = このページの内容
participants = 代表団
participants-named = 氏名又は名称の分かる出席者{ $n }件
commitments = 事項
commitments-by-track = 政策分野別の事項
discussed = このほか話し合われた分野
discussed-at = このほか話し合われた会合
discussed-mark = 話し合われたが、記録された事項はない
discussed-short = ○
events = 関連する出来事
event = 出来事
documents = 資料
cited-documents = 引用した他の会合の資料
cited-event-documents = 引用した出来事の資料
document-kind-joint-statement = 共同声明
document-kind-press-release = 報道発表
document-kind-fact-sheet = ファクトシート
document-kind-memorandum = 覚書
document-kind-annex = 附属書
document-kind-minutes = 議事録
document-kind-report = 報告書
document-kind-news = 報道記事
document-kind-other = その他の資料
document-read-whole = 本アーカイブで全文を確認
document-read-part = 本アーカイブで一部を確認
document-read-none = 本アーカイブでは未確認
signatories = 署名者
corrections = 訂正
no-corrections = これまでに訂正はない。
previous-meeting = 前の会合
next-meeting = 次の会合
previous-meeting-planned = 前の会合（予定）
next-meeting-planned = 次の会合（予定）
meeting-order = 前後の会合
previous-meeting-of-dialogue = { $dialogue }の前の会合
next-meeting-of-dialogue = { $dialogue }の次の会合
previous-meeting-planned-of-dialogue = { $dialogue }の前の会合（予定）
next-meeting-planned-of-dialogue = { $dialogue }の次の会合（予定）
meeting-order-of-dialogue = { $dialogue }の前後の会合
version-from = 翻訳元の言語
version-by = 翻訳者
version-source = 資料
read-in-other = 他の言語で読む
fallback-notice = 日本語版はまだない。以下は英語である。
fallback-text-notice = 本文の日本語版はまだない。以下は英語である。
fallback-commitment-notice = この事項の本文の日本語版はまだない。以下は英語である。

## 事項のページ

lineage = 他の事項とのつながり
assessments = 評価
assessments-note = 評価は、その主体と根拠となる資料を付して、それぞれをそのまま並べて示す。
assessments-earlier = それ以前の評価
outcome = その後の経過
outcome-note = 経過を示すのは、実施できる種別である実施事項、継続、次回会合及び提言に限る。経過は、評価の主体ごとの最新の評価により、評価がない場合は後の記録の記載により示す。
outcome-recorded-note = 本アーカイブの後の記録によるもので、完了したか否かを示すものではない。
outcome-unknown-text = この後の経過を示す資料は未収録。
previous-commitment = この会合の前の事項
next-commitment = この会合の次の事項
commitment-order = 前後の事項
what-these-words-mean = 用語の意味
last-mention = 直近で取り上げた会合
thread = この事項の経緯
thread-note = つながりのある前後の記録を、古い順に示す。
thread-this = この事項
thread-more = このほかの記録は、政策分野のページに示す。
changes-note = 先の本文と比べ、追加部分に下線を、削除部分に取消線を付している。
changes-since = { $date }の本文との違い
changes-none = { $date }の本文と同じ

## 政策分野のページ

standing-taken-up = 後の記録につながるもの
standing-latest = 前の記録を受けたもの
standing-once = 他の記録とのつながりなし
track-picture = 事項のつながりの図
track-going-on = { $of }件のうち{ $n }件が後の会合で再び取り上げられた。
track-longest = 最も長く続くものは{ $from }年から{ $to }年までである。
track-drawn = 図は、つながりのある事項のうち最新の{ $n }件を示す。
track-picture-note = 縦の列は会合を、印はつながりのある事項を示す。列は開催日の位置に置く。塗りつぶした印は後の記録につながるもの、白抜きの印は後の記録につながらないもので、線は前後の事項を結ぶ。
as-list = 一覧で表示

## 出来事のページ

event-kind-summit = 首脳会合
event-kind-ministerial = 閣僚会合
event-kind-working-group = 作業部会
event-kind-industry = 産業界の会合
event-kind-launch = 発足
event-kind-other = その他
event-recorded = これらの資料に記載された事項
event-assessed = これらの資料により評価された事項
previous-event = 前の出来事
next-event = 次の出来事
event-order = 前後の出来事

## 年表と機関のページ

timeline-picture = 会合年表（図）
timeline-picture-note = 印は会合を示し、選択するとそのページが開く。印の形は開催形式を示し、印が大きいほど事項が多い。複数の会合が開かれた場所は、それぞれ一つの行で示す。
timeline-picture-events = 会合と出来事の年表（図）
timeline-picture-events-note = 印は会合又は関連する出来事を示し、選択するとそのページが開く。印の形は会合の開催形式を示し、印が大きいほど事項が多い。複数の会合が開かれた場所は、それぞれ一つの行で示す。
timeline-numbers = 印の中の数字は会合の回次である。
timeline-triangles = 最下行の三角の印は、対話の会合ではない関連の出来事である。
timeline-years = 年ごとの会合
timeline-years-events = 年ごとの会合と出来事
timeline-other-places = その他の場所
timeline-different-places = 各地
timeline-no-place = 開催地の記載なし
timeline-shows = この図は、{ $from }年から{ $to }年までの会合{ $meetings }を示す。
timeline-shows-year = この図は、{ $from }年の会合{ $meetings }を示す。
timeline-points = 記録された事項は、{ $kinds }である。
timeline-planned = このほか、{ $n }回の会合が予定されている。
timeline-events = 最下行に、関連の出来事{ $n }件を示す。
timeline-left-out = これより前の{ $n }件は図に含まない。
save-picture = この図をSVGで保存
participation = 会合ごとの参加機関
participation-note = 空欄は、確認した資料にその会合の参加機関として名称の記載がないことを示す。参加しなかったことを意味しない。
participation-newest = 表には新しい順に300回の会合を掲げる。計は全ての会合の回数を示す。
took-part = 参加
took-part-mark = ○
took-part-below = 下部の組織を通じて参加
took-part-below-mark = △
took-part-through = { $bodies }を通じて参加
participation-through = △は、資料に局や室など下部の組織の名称のみの記載がある会合を示し、上位の機関の参加としても数える。

## 検索

search-label = 検索する語句
search-hint = 入力した語を含む記録を、語順や言語にかかわらず探す。引用符で囲むと、語句をそのまま探す。例："open Internet"
search-button = 検索
search-filters = 絞り込み
search-clear = 絞り込みを解除
search-results = { $n }件
search-near = 最も近い語「{ $word }」の結果を示す。
search-most = 全ての語を含む記録はない。最も多くの語を含むものを示す。
search-order = 並び順
search-by-relevance = 関連度の高い順
search-by-date = 新しい順
search-none = 該当する記録はない。
search-more = 更に表示
search-failed = 検索用のデータを読み込めなかった。検索にはウェブサーバーが必要である。全ての記録は、下の一覧からも閲覧できる。
search-needs-script = 検索にはJavaScriptが必要である。使用できない場合も、全ての記録を下の一覧から閲覧できる。
search-ways = 一覧から探す
narrow-by-track = 政策分野別に見る
narrow-by-delegation = 代表団別に見る
filter-type = 記録の種類
filter-dialogue = 対話
filter-track = 政策分野
filter-delegation = 代表団
filter-kind = 事項の種別
filter-outcome = その後の経過
year-from = 始め
year-to = 終わり
year-any = 指定なし
years-of-list = 一覧の年
filter-year = 年
type-meeting = 会合
type-commitment = 事項
type-event = 出来事
type-track = 政策分野
type-delegation = 代表団
type-organization = 機関
type-person = 人物
type-term = 用語
type-page = 案内ページ

## 引用の方法とコピー

cite = 引用の方法
permanent-link = 固定リンク
copy-link = リンクをコピー
copy-citation = 引用情報をコピー
link-copied = リンクをコピーした
citation-copied = 引用情報をコピーした
citation = このページを引用する場合の記載例
citation-files = 文献管理ソフト用
citation-files-of-meeting = 文献管理ソフト用（会合とそのすべての事項）
citation-meeting = { $dialogue }「{ $meeting }」{ $date }、『{ $site }』
citation-event = 「{ $event }」{ $date }、『{ $site }』
citation-title = { $dialogue } { $meeting }
citation-part = { $dialogue }「{ $meeting }」事項（{ $reference }）。
citation-version = 本文の区分：{ $version }。
citation-source = 資料：{ $title }。
citation-source-address = 資料：{ $title }、{ $address }
citation-commitment = { $dialogue }「{ $meeting }」{ $date }、事項「{ $text }」（{ $reference }）、『{ $site }』

## 一覧

commitments-intro = 各事項は、実施事項、継続、共通認識、歓迎、報告、提言又は次回会合のいずれかである。その重みは、種別と原文の表現によって示す。その後の経過は、資料又は後の記録に示されている場合に掲げる。
by-dialogue = 対話別に見る
no-commitments = 事項の記録はない。
matrix-note = 各会合の政策分野別の事項の件数を示す。数字を選択すると、その事項が表示される。空欄は、記録がないことを示す。
matrix-points = { $n }件
matrix-cell = { $meeting }、{ $track }：事項{ $n }件
matrix-kinds = 表にある全ての事項の種別ごとの件数
glossary-intro = 本アーカイブでは、両言語ともこれらの用語の対に従う。
term-uses = この用語を用いた記録
term-uses-newest = 新しい順に{ $n }件を示す。
corpus = 翻訳支援ツール用の対訳データ
corpus-text = 会合の題名、概要及び本文並びに事項の本文を、英語と日本語の対にして一つのファイル（TMX 1.4）に収めたもの。書式は含まない。それぞれの対に、掲載ページと、英語及び日本語の本文の区分を記載している。もう一方の言語に対応する箇所がないものは、収めていない。
corpus-link = 対訳データ（TMX）をダウンロード
status-intro = 本アーカイブが事項と本文について用いる語と、その意味を示す。
kinds = 事項の種別
relations = 事項の間のつながり
versions = 本文の区分

## データのダウンロード

downloads-intro = 本アーカイブに掲載した記録は、全てデータとしても提供する。データはページと同じ記録から作成している。
downloads-whole = 全ての記録
downloads-tables = 表計算ソフト用の表
downloads-tables-text = 表はいずれもUTF-8のCSVファイルで、表計算ソフトでそのまま開くことができる。英語と日本語の本文は、それぞれ別の列に収めている。表の間では、互いの行を識別子（id）で参照する。
downloads-formulas = 「=」「+」「-」「@」、タブ又は改行で始まるセルには、数式として扱われないよう、先頭にアポストロフィを付している。元のままの文字列はarchive.jsonに収めている。
downloads-subscribe = フィードとカレンダー
downloads-feeds-text = フィード（Atom）をフィードリーダーに登録すると、記録の追加や訂正を知ることができる。
downloads-calendar = 会合のカレンダー（iCalendar）
downloads-calendar-text = 全ての会合を、開催日の予定として収めている。カレンダーソフトに登録して購読することができる。
downloads-check = 複製の確認
downloads-check-text = SHA256SUMSには、本サイトの全てのファイルのSHA-256を記載している。サイト全体の複製の中で次のコマンドを実行すると、全てのファイルが公開時のままかどうかを確認できる。
download-file = ファイル
download-contents = 内容
download-size = サイズ
download-archive = 公開している全ての記録（JSON）。英語と日本語の本文を含む
download-archive-schema = archive.jsonの構造の定義（JSON Schema）。プログラム用
download-glossary = 英語と日本語の用語集（TBX）。翻訳支援ツール用
download-package = 各列の意味と表の間の参照関係（Data Package）。プログラム用
download-table-dialogues = 対話とその当事者
download-table-meetings = 会合（日付、場所、概要、本文の区分など）
download-table-commitments = 事項（種別、政策分野、本文、期限など）
download-table-carriers = 事項ごとの主体となった代表団と記載のある機関
download-table-relations = 事項の間のつながり
download-table-assessments = 事項の評価と、その根拠となった資料
download-table-delegations = 代表団
download-table-organizations = 省庁その他の機関
download-table-people = 人物
download-table-roles = 人物の肩書（資料にあるもの）
download-table-tracks = 政策分野
download-table-events = 対話の会合ではない関連の出来事
download-table-participation = 会合ごとの参加者と参加機関
download-table-documents = 記録のもとになった資料とそのアドレス
download-table-signatories = 文書の署名者
download-table-corrections = 公開後の訂正
download-table-withdrawn = 取り下げた会合の識別子
feed-of-site = アーカイブ全体
feed-of-track = 政策分野「{ $title }」
size-bytes = { $n }バイト
size-kilobytes = { $n } kB
size-megabytes = { $n } MB

## 他のページに代わるページ

withdrawn-text = この記録は取り下げられた。内容は掲載していないが、アドレスはこのページとして残している。
moved-text = この記録は、次のアドレスに移動した。
not-found-text = このアドレスにページはない。アドレスの誤りか、記録の移動が考えられる。
not-found-home = ホームへ

## 語をつなぐもの

list-separator = 、
colon = ：
meetings-label = 会合
commitments-label = 事項

# Levels of meetings; site.yaml may give others, or other titles
level-summit = 首脳級
level-ministerial = 閣僚級
level-vice-ministerial = 次官級
level-director-general = 局長級
level-director = 課長級
level-expert = 専門家級
level-working = 実務者級
