### エディターに示す語句。説明と修正候補。

## 修正候補

fix-replace = `{ $meant }` に変える
fix-rename-file = ファイル名を `{ $name }` に変える
fix-make-translation = もう一方の言語のファイル `{ $name }` を作る
fix-stamp = この訳文を最新とする

## 記録の説明

kind-level = レベル
kind-page = ページ
n-commitments = 事項 { $n } 件
n-meetings = 会合 { $n } 回
card-head = { $kind } · { $date }
card-and = { $first }、{ $next }
card-outcome = その後の経過: { $outcome }
card-assessed = { $status } ({ $by }、{ $date })
card-recorded = { $relation } ← { $ids }
card-unknown = この後の経過を示す資料は未収録
card-kind-of-commitment = { $kind ->
    [undertaking] 実施事項
    [continuation] 継続
    [shared-view] 共通認識
    [welcome] 歓迎
    [report] 報告
    [recommendation] 提言
    [next-meeting] 次回会合
   *[unknown] { $kind }
}
card-status = { $status ->
    [no-evidence] 資料未確認
    [not-started] 未着手
    [in-progress] 進行中
    [partly-fulfilled] 一部実施
    [fulfilled] 実施済み
    [discontinued] 中止
   *[unknown] { $status }
}
card-party = { $party ->
    [archive] 本アーカイブ
    [third-party] 第三者
   *[unknown] { $party }
}
card-relation = { $relation ->
    [fulfills] 後に実施
    [continues] 後に継続
    [revises] 後に修正
    [supersedes] 後の事項に移行
    [reports-on] 後に報告
    [responds-to] 後に回答
    [related] 関連する事項
   *[unknown] { $relation }
}
card-kind-of-delegation = { $kind ->
    [government] 政府
    [private] 民間
    [international-organization] 国際機関
    [civil-society] 市民社会
    [academia] 学術界
   *[unknown] { $kind }
}
card-kind-of-event = { $kind ->
    [summit] 首脳会合
    [ministerial] 閣僚会合
    [working-group] 作業部会
    [industry] 産業界の会合
    [launch] 発足
    [other] その他の関連する動き
   *[unknown] { $kind }
}
card-kind-of-document = { $kind ->
    [joint-statement] 共同声明
    [press-release] 報道発表
    [fact-sheet] ファクトシート
    [memorandum] 覚書
    [annex] 附属書
    [minutes] 議事録
    [report] 報告書
    [news] 報道記事
    [other] その他の資料
   *[unknown] { $kind }
}
card-state = { $lang }: { $state ->
    [current] 訳文は最新
    [outdated] 訳文は要更新
    [unstamped] 訳出元の記録なし
    [missing] なし
    [summary] 要約
   *[unknown] { $state }
}
