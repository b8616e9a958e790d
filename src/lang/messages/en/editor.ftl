### What an editor shows: words of cards and of quick fixes, in English.

## Quick fixes

fix-replace = Change to `{ $meant }`
fix-rename-file = Rename the file to `{ $name }`
fix-make-translation = Make the other language's file, `{ $name }`
fix-stamp = Stamp this translation as current

## Cards of records

kind-level = level
kind-page = page
n-commitments = { $n ->
    [one] 1 commitment
   *[other] { $n } commitments
}
n-meetings = { $n ->
    [one] 1 meeting
   *[other] { $n } meetings
}
card-head = { $kind } · { $date }
card-and = { $first }; { $next }
card-outcome = Outcome: { $outcome }
card-assessed = { $status } ({ $by }, { $date })
card-recorded = { $relation } ← { $ids }
card-unknown = nothing in the archive tells
card-kind-of-commitment = { $kind ->
    [undertaking] undertaking
    [continuation] continuation
    [shared-view] shared view
    [welcome] welcome
    [report] report
    [recommendation] recommendation
    [next-meeting] next meeting
   *[unknown] { $kind }
}
card-status = { $status ->
    [no-evidence] no evidence
    [not-started] not started
    [in-progress] in progress
    [partly-fulfilled] partly fulfilled
    [fulfilled] fulfilled
    [discontinued] discontinued
   *[unknown] { $status }
}
card-party = { $party ->
    [archive] archive
    [third-party] third-party
   *[unknown] { $party }
}
card-relation = { $relation ->
    [fulfills] fulfills
    [continues] continues
    [revises] revises
    [supersedes] supersedes
    [reports-on] reports on
    [responds-to] responds to
    [related] related
   *[unknown] { $relation }
}
card-kind-of-delegation = { $kind ->
    [government] government
    [private] private
    [international-organization] international organization
    [civil-society] civil society
    [academia] academia
   *[unknown] { $kind }
}
card-kind-of-event = { $kind ->
    [summit] summit
    [ministerial] ministerial
    [working-group] working group
    [industry] industry
    [launch] launch
    [other] other
   *[unknown] { $kind }
}
card-kind-of-document = { $kind ->
    [joint-statement] joint statement
    [press-release] press release
    [fact-sheet] fact sheet
    [memorandum] memorandum
    [annex] annex
    [minutes] minutes
    [report] report
    [news] news
    [other] other
   *[unknown] { $kind }
}
card-state = { $lang }: { $state ->
    [current] translation current
    [outdated] translation outdated
    [unstamped] translation not tracked
    [missing] missing
    [summary] summary
   *[unknown] { $state }
}
