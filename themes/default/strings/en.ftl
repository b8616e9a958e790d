# The words of the interface, in English. One key is one message; ja.ftl has the same keys.
# Values are plain text. Names of variables ($n and so on) must stay as they are.

## Languages

language-own-name = English
language-en = English
language-ja = Japanese
in-language-en = (in English)
in-language-ja = (in Japanese)

## Pages: their names, what the menus call them, and a sentence for search engines

title-dialogues = Dialogues
title-meetings = Meetings
title-commitments = Points
title-tracks = Policy tracks
title-delegations = Delegations
title-organizations = Organizations
title-people = People
title-events = Events
title-timeline = Timeline
title-matrix = Matrix of meetings and tracks
title-glossary = Glossary
title-status = Kinds, outcomes and status of texts
title-coverage = Language coverage
title-corrections = Corrections
title-search = Search
title-downloads = Download data
title-parallel = { $title }: English and Japanese
title-not-found = Page not found
title-page-n = { $title } (page { $n } of { $of })

nav-home = Home
nav-dialogues = Dialogues
nav-meetings = Meetings
nav-commitments = Points
nav-tracks = Tracks
nav-delegations = Delegations
nav-organizations = Organizations
nav-people = People
nav-events = Events
nav-timeline = Timeline
nav-matrix = Matrix
nav-glossary = Glossary
nav-coverage = Coverage
nav-corrections = Corrections
nav-downloads = Data
nav-status = Kinds and outcomes
nav-search = Search

description-dialogues = The dialogues of this archive, each with its parties and its meetings; below it those that are a part of it.
description-meetings =
    { $dialogues ->
        [one] All meetings of the dialogue, newest first, with their dates and places.
       *[other] All meetings of the dialogues, newest first, with their dates and places.
    }
description-commitments = All points recorded in this archive, by meeting, newest first.
description-tracks =
    { $dialogues ->
        [one] The policy tracks of the dialogue, each with its points.
       *[other] The policy tracks of the dialogues, each with its points.
    }
description-delegations =
    { $dialogues ->
        [one] The delegations of the dialogue, with the points each made.
       *[other] The delegations of the dialogues, with the points each made.
    }
description-organizations =
    { $dialogues ->
        [one] Ministries, agencies and other bodies named in the records of the dialogue.
       *[other] Ministries, agencies and other bodies named in the records of the dialogues.
    }
description-people =
    { $dialogues ->
        [one] People named in the records of the dialogue, with the roles given in the sources.
       *[other] People named in the records of the dialogues, with the roles given in the sources.
    }
description-events =
    { $dialogues ->
        [one] Summits, launches, working groups, industry meetings and other events that matter to the dialogue but are not meetings of it, newest first.
       *[other] Summits, launches, working groups, industry meetings and other events that matter to the dialogues but are not meetings of theirs, newest first.
    }
description-timeline =
    { $dialogues ->
        [one] The meetings of the dialogue from the first on, year by year.
       *[other] The meetings of the dialogues from the first on, year by year.
    }
description-timeline-events =
    { $dialogues ->
        [one] The meetings of the dialogue and the events around it from the first on, year by year.
       *[other] The meetings of the dialogues and the events around them from the first on, year by year.
    }
description-matrix = How many points each meeting recorded in each policy track, with links to them.
description-glossary =
    { $dialogues ->
        [one] The terms of the dialogue in English and Japanese.
       *[other] The terms of the dialogues in English and Japanese.
    }
description-coverage = For each record: whether it is available in English and Japanese, whether its translation is current, and which parts have no counterpart.
description-corrections = What was corrected in the records of this archive after they were published, newest first.
description-downloads = The whole archive as data, as tables for spreadsheets, as feeds and as a calendar.
description-status = What the kinds, outcomes, links and notes on texts in this archive mean.
description-search = Search this archive in English and Japanese: meetings, points, policy tracks, organizations, people, terms and pages.

## Commitments

kind-undertaking = Undertaking
kind-undertaking-definition = Both sides commit, concur or confirm that they will do something.
kind-continuation = Continuation
kind-continuation-definition = Existing work, or an exchange, will continue.
kind-shared-view = Shared view
kind-shared-view-definition = Both sides recognize, emphasize or reaffirm something together.
kind-welcome = Welcome
kind-welcome-definition = Both sides welcome something that others did or submitted.
kind-report = Report
kind-report-definition = Reports that something was done.
kind-recommendation = Recommendation
kind-recommendation-definition = A request to the governments, or a statement submitted to them, usually by industry.
kind-next-meeting = Next meeting
kind-next-meeting-definition = A further meeting is planned or prepared.

outcome-unknown = No record
outcome-unknown-definition = This archive has no record of what happened next. This does not mean that nothing was done.
outcome-not-started = Not started
outcome-not-started-definition = A source says that work has not begun.
outcome-in-progress = In progress
outcome-in-progress-definition = A source says that work has begun and continues.
outcome-partly-fulfilled = Partly fulfilled
outcome-partly-fulfilled-definition = A source says that a part has been done.
outcome-fulfilled = Fulfilled
outcome-fulfilled-definition = A source says that it has been done.
outcome-discontinued = Discontinued
outcome-discontinued-definition = A source says that work on it has stopped.
outcome-no-evidence = No evidence found
outcome-fulfills = Carried out
outcome-fulfills-definition = A later record carries it out.
outcome-continues = Continued
outcome-continues-definition = A later record continues it.
outcome-revises = Revised
outcome-revises-definition = A later record changes part of it; the rest stands.
outcome-supersedes = Superseded
outcome-supersedes-definition = A later record replaces it.
outcome-reports-on = Reported on
outcome-reports-on-definition = A later record reports on it.
outcome-responds-to = Answered
outcome-responds-to-definition = A later record answers it.

relation-fulfills = Fulfills
relation-fulfills-definition = It carries out an earlier point.
relation-continues = Continues
relation-continues-definition = It continues an earlier point.
relation-revises = Revises
relation-revises-definition = It changes part of an earlier point; the rest stands.
relation-supersedes = Supersedes
relation-supersedes-definition = It replaces an earlier point.
relation-reports-on = Reports on
relation-reports-on-definition = It reports on an earlier point.
relation-responds-to = Responds to
relation-responds-to-definition = It answers an earlier point, such as a recommendation.
relation-related = Related to
relation-related-definition = The two concern the same matter; neither follows from the other.

## Texts and their authority

version-authentic = Authentic text
version-authentic-definition = The text that the sides themselves treat as binding or original.
version-official-translation = Official translation
version-official-translation-definition = A translation issued as official by a government.
version-provisional-translation = Provisional translation
version-provisional-translation-definition = A translation that its government published as provisional.
version-summary = Summary
version-summary-definition = A summary in this archive’s own words. It is not a translation of an official text.
version-archive-translation = Translation by this archive
version-archive-translation-definition = A translation made for this archive. It is not official.
version-machine-translation = Machine translation
version-machine-translation-definition = A translation made by a machine. It is not official and may contain errors.
version-not-stated = Status of text not stated
version-not-stated-definition = It is not stated what status this text has.

state-current = Current
state-current-definition = A translation made from the other language’s text as it is now.
state-outdated = Outdated
state-outdated-definition = The other language’s text has changed since the translation was made.
state-unstamped = Not tracked
state-unstamped-definition = Which text this was translated from, if any, is not recorded.
state-partial = Partly available
state-partial-definition = The notes are missing in this language; other parts are available. The missing parts are named.
state-missing = Missing
state-missing-definition = There is nothing in this language yet.
state-summary = Summary
state-summary-definition = A summary in other words, not a translation.
state-not-translated = Not a translation
state-not-translated-definition = Written from the sources, or the text that a translation was made from.
outdated-notice = This translation is based on an earlier version of the Japanese text.
changed-since = Changed since then
part-title = The title
part-summary = The summary
part-beginning = The beginning of the notes
part-gone = A part that is no longer there
lacking-title = title
lacking-summary = summary
lacking-place = place
lacking-roles = offices
lacking-commitments = texts of points
lacking-due = words of due days
lacking-assessments = notes on assessments
lacking-corrections = notes on corrections
lacking-text = notes

## Meetings and delegations

mode-in-person = In person
mode-virtual = Online
mode-hybrid = Hybrid (in person and online)
mode-not-stated = Format not stated
capacity-co-chair = Co-chair
capacity-acting = Acting
attended-online = Attended online
delegation-kind-government = Government
delegation-kind-private = Private sector
delegation-kind-international-organization = International organization
delegation-kind-civil-society = Civil society
delegation-kind-academia = Academia
party-archive = This archive
party-third-party = Third party
number-of-meeting = No. { $n }
number-in-dialogue = { $dialogue }, { $number }
and-others = and others
redacted = Withheld: { $what }
abbreviation-after-name = { $name } ({ $abbreviation })
other-rows = Other

## Counts

count-meetings =
    { $n ->
        [one] { $n } meeting
       *[other] { $n } meetings
    }
count-commitments =
    { $n ->
        [one] { $n } point
       *[other] { $n } points
    }
count-undertaking =
    { $n ->
        [one] { $n } undertaking
       *[other] { $n } undertakings
    }
count-continuation =
    { $n ->
        [one] { $n } continuation
       *[other] { $n } continuations
    }
count-shared-view =
    { $n ->
        [one] { $n } shared view
       *[other] { $n } shared views
    }
count-welcome =
    { $n ->
        [one] { $n } welcome
       *[other] { $n } welcomes
    }
count-report =
    { $n ->
        [one] { $n } report
       *[other] { $n } reports
    }
count-recommendation =
    { $n ->
        [one] { $n } recommendation
       *[other] { $n } recommendations
    }
count-next-meeting =
    { $n ->
        [one] { $n } next meeting
       *[other] { $n } next meetings
    }
count-tracks =
    { $n ->
        [one] { $n } track
       *[other] { $n } tracks
    }
count-organizations =
    { $n ->
        [one] { $n } organization
       *[other] { $n } organizations
    }
count-people =
    { $n ->
        [one] { $n } person
       *[other] { $n } people
    }
count-documents =
    { $n ->
        [one] { $n } document
       *[other] { $n } documents
    }
count-terms =
    { $n ->
        [one] { $n } term
       *[other] { $n } terms
    }
taken-up-at = Carried forward at { $n } later meetings

## Around every page

skip-to-content = Skip to content
main-menu = Main menu
menu = Menu
close-menu = Close the menu
breadcrumb = You are here
about-this-site = About this site
published-by = Published by
license = License
report-mistake = Report a mistake
made-with = Made with
address = Address
dark-mode = Dark mode
pages-of-list = Pages of this list
previous-page = Previous page
next-page = Next page
draft = Draft
planned = Planned
withdrawn = Withdrawn

## Labels of facts

date = Date
place = Place
mode = Format
level = Level
host = Host
number = Number
dialogue = Dialogue
meeting = Meeting
meetings = Meetings
track = Policy track
kind = Kind
verb = Operative verb
due = Due
forums = International meetings and frameworks
carried-by = Made by
responsible-organizations = Bodies named
reference = Reference
delegation = Delegation
organization = Organization
person = Person
organizations = Organizations
people = People
abbreviation = Abbreviation
former-names = Earlier names
parent-organization = Part of
child-organizations = Parts
whole-dialogue = Part of
parts-of-dialogue = Parts
website = Website
roles = Roles
delegation-kind = Kind of delegation
side = Side
parties = Parties
assessed-by = Assessed by
source = Source
retrieved = Retrieved
archived-copy = Archived copy
own-copy = Copy in this archive
total = Total
table = Table
avoided-forms = Other forms (not used here)
until = until { $date }
term-of-office = { $from } to { $until }
term-from = from { $from }
commitment = Point

## Home

home-standing = Where things stand
home-standing-note = Each point is counted once, by what this archive holds on what became of it.
home-assessed = Assessed
home-recorded = Followed up in a later record
home-unknown = No record of what happened next
home-nothing-due = Points with nothing to carry out, which therefore have no outcome:
home-tracks = Policy tracks and open points
home-tracks-note = A point is open if it can be carried out and this archive has no record that it was carried out, stopped or replaced.
home-open = Open
all-tracks = All tracks
home-latest = Latest meeting
home-planned = Planned meetings
home-recent = Recent meetings
home-matrix = Meetings and policy tracks
home-continued = Points most often carried forward
home-continued-note = Counted from the links between records. The count does not measure importance.
all-meetings = All meetings
whole-timeline = Full timeline
whole-matrix = Full matrix

## Both languages side by side, and the coverage page

parallel = English and Japanese side by side
parallel-link = Read in English and Japanese side by side
show-sides = Show
both-sides = Both
parallel-unaligned = The two texts are not translations of each other. They are shown side by side as they are.
row-link = Link to this part
heading-link = Link to “{ $title }”
coverage-intro = For each record of this archive: whether it is available in English and Japanese, and whether its translation is current.
coverage-totals = The whole archive
coverage-state = State
coverage-meaning = Meaning
coverage-records = Record by record
coverage-record = Record
coverage-unpaired = Parts without a counterpart

## Meeting

on-this-page = On this page
participants = Delegations
participants-named = The { $n } people and bodies named as taking part
commitments = Points
commitments-by-track = Points by policy track
discussed = Also discussed
discussed-at = Also discussed at
discussed-mark = Talked about; nothing recorded
discussed-short = ○
events = Events
event = Event
documents = Documents
cited-documents = Documents of other meetings cited here
cited-event-documents = Documents of events cited here
document-kind-joint-statement = Joint statements
document-kind-press-release = Press releases
document-kind-fact-sheet = Fact sheets
document-kind-memorandum = Memoranda
document-kind-annex = Annexes
document-kind-minutes = Minutes
document-kind-report = Reports
document-kind-news = News
document-kind-other = Other documents
document-read-whole = Read in full for this archive
document-read-part = Read in part for this archive
document-read-none = Not read for this archive
signatories = Signed by
corrections = Corrections
no-corrections = Nothing has been corrected so far.
previous-meeting = Previous meeting
next-meeting = Next meeting
previous-meeting-planned = Previous meeting (planned)
next-meeting-planned = Next meeting (planned)
meeting-order = Previous and next meetings
previous-meeting-of-dialogue = Previous meeting of { $dialogue }
next-meeting-of-dialogue = Next meeting of { $dialogue }
previous-meeting-planned-of-dialogue = Previous meeting of { $dialogue } (planned)
next-meeting-planned-of-dialogue = Next meeting of { $dialogue } (planned)
meeting-order-of-dialogue = Previous and next meetings of { $dialogue }
version-from = Translated from
version-by = Translated by
version-source = Source
read-in-other = Read it in
fallback-notice = There is no English version yet. What follows is in Japanese.
fallback-text-notice = The text of this page is not yet available in English. It is shown in Japanese.
fallback-commitment-notice = The text of this point is not yet available in English. It is shown in Japanese.

## Commitment

lineage = Links to other points
assessments = Assessments
assessments-note = Assessments are shown side by side, each with who made it and the source it rests on.
assessments-earlier = Earlier assessments
outcome = What became of it
outcome-note = Only undertakings, continuations, next meetings and recommendations can be carried out. What became of one is shown by the latest assessment of each assessor or, where there is none, by later records.
outcome-recorded-note = This is taken from later records of this archive. It does not say whether the work is finished.
outcome-unknown-text = This archive has no record of what happened next.
previous-commitment = Previous point of this meeting
next-commitment = Next point of this meeting
commitment-order = Previous and next points
what-these-words-mean = What these words mean
last-mention = Last mentioned at
thread = History of this point
thread-note = Earlier and later records linked to it, oldest first.
thread-this = This point
thread-more = More linked records are shown on the policy track page.
changes-note = Words added since the earlier text are underlined; words removed are struck through.
changes-since = Changed since { $date }
changes-none = The same words as on { $date }

## Track

standing-taken-up = Linked to a later record
standing-latest = Linked to an earlier record
standing-once = Not linked to another record
track-picture = How the points are linked
track-going-on =
    { $n ->
        [one] { $n } of { $of } points was taken up again at a later meeting.
       *[other] { $n } of { $of } points were taken up again at a later meeting.
    }
track-longest = The longest thread runs from { $from } to { $to }.
track-drawn = The picture shows the newest { $n } of the linked points.
track-picture-note = Each column is a meeting, placed by its date; each mark is a linked point. A filled mark is linked to a later record; a ring is not. Lines join linked points.
as-list = View as a list

## Event

event-kind-summit = Summit
event-kind-ministerial = Ministerial meeting
event-kind-working-group = Working group
event-kind-industry = Industry meeting
event-kind-launch = Launch
event-kind-other = Other
event-recorded = Points recorded from these documents
event-assessed = Points assessed from these documents
previous-event = Previous event
next-event = Next event
event-order = Previous and next events

## Timeline and organizations

timeline-picture = Meetings over time
timeline-picture-note = Each mark is a meeting; select it to open the record. The shape shows the format, and a larger mark has more points. Places with several meetings have a row of their own.
timeline-picture-events = Meetings and events over time
timeline-picture-events-note = Each mark is a meeting or an event; select it to open the record. The shape shows the format of a meeting, and a larger mark has more points. Places with several meetings have a row of their own.
timeline-numbers = The number in a mark is that of the meeting.
timeline-triangles = Triangles in the last row are events, which are not meetings of a dialogue.
timeline-years = Year by year
timeline-years-events = Year by year
timeline-other-places = Other places
timeline-different-places = Different places
timeline-no-place = Place not stated
timeline-shows = The picture shows { $meetings } from { $from } to { $to }.
timeline-shows-year = The picture shows { $meetings } of { $from }.
timeline-points = Points recorded from them: { $kinds }.
timeline-planned =
    { $n ->
        [one] { $n } more is planned.
       *[other] { $n } more are planned.
    }
timeline-events =
    { $n ->
        [one] { $n } event is in the last row.
       *[other] { $n } events are in the last row.
    }
timeline-left-out =
    { $n ->
        [one] { $n } earlier entry is left out.
       *[other] { $n } earlier entries are left out.
    }
save-picture = Save this picture (SVG)
participation = Who took part in which meeting
participation-note = An empty cell means that the sources seen do not name the body for that meeting. It does not mean that the body was absent.
participation-newest = The table has the 300 newest meetings; the totals count all.
took-part = took part
took-part-mark = ●
took-part-below = took part through a body below it
took-part-below-mark = ◐
took-part-through = through its { $bodies }
participation-through = ◐ stands where the sources name only a body below it, such as an office or a bureau; it then counts for the body above as well.

## Search

search-label = Search terms
search-hint = Finds records by their words, in any order, in English or in Japanese. Use quotation marks for a phrase: "open Internet".
search-button = Search
search-filters = Filter results
search-clear = Clear filters
search-results =
    { $n ->
        [one] { $n } result
       *[other] { $n } results
    }
search-near = Showing results for “{ $word }”, the nearest word in this archive.
search-most = No record has all the words. These have the most of them.
search-order = Order
search-by-relevance = Most relevant first
search-by-date = Newest first
search-none = No results found.
search-more = Show more results
search-failed = The search could not be loaded. It needs a web server; every record can also be found in the lists below.
search-needs-script = Search needs JavaScript. Without it, every record can be found in the lists below.
search-ways = Browse the lists
narrow-by-track = By policy track
narrow-by-delegation = By delegation
filter-type = Type of record
filter-dialogue = Dialogue
filter-track = Policy track
filter-delegation = Delegation
filter-kind = Kind of point
filter-outcome = What became of it
year-from = From
year-to = To
year-any = Any
years-of-list = Years of the list
filter-year = Year
type-meeting = Meeting
type-commitment = Point
type-event = Event
type-track = Policy track
type-delegation = Delegation
type-organization = Organization
type-person = Person
type-term = Term
type-page = Page

## How to cite, and what can be copied

cite = How to cite
permanent-link = Permanent link
copy-link = Copy link
copy-citation = Copy citation
link-copied = Link copied
citation-copied = Citation copied
citation = How to cite this page
citation-files = For reference managers
citation-files-of-meeting = For reference managers, the meeting and all its points
citation-meeting = “{ $meeting }”, { $dialogue }, { $date }. { $site }.
citation-event = “{ $event }”, { $date }. { $site }.
citation-title = { $meeting }, { $dialogue }
citation-part = Point { $reference }, { $meeting }, { $dialogue }.
citation-version = Text: { $version }.
citation-source = Source: { $title }.
citation-source-address = Source: { $title }, { $address }
citation-commitment = “{ $text }” (point { $reference }), { $meeting }, { $dialogue }, { $date }. { $site }.

## Lists

commitments-intro = Each point is of one kind: what the sides undertake, continue, hold in common, welcome, report or recommend. The kind and the operative verb show its weight. What became of a point is shown where a source or a later record says so.
by-dialogue = By dialogue
no-commitments = No points are recorded.
matrix-note = Numbers count the points that a meeting recorded in a policy track; select one to see them. An empty cell means that none is recorded.
matrix-points =
    { $n ->
        [one] { $n } point
       *[other] { $n } points
    }
matrix-cell =
    { $n ->
        [one] { $track }, { $meeting }: { $n } point
       *[other] { $track }, { $meeting }: { $n } points
    }
matrix-kinds = All points in the table, by kind
glossary-intro = This archive uses these pairs of terms in both languages.
term-uses = Used in
term-uses-newest = The { $n } newest:
corpus = Parallel texts for translation tools
corpus-text = The titles, summaries and notes of the meetings and the texts of the points, each in English and Japanese side by side, as plain text in one file (TMX 1.4). Each pair names its page and says what each of its texts is. Parts that have no counterpart in the other language are left out.
corpus-link = Download the parallel texts (TMX)
status-intro = The words used in this archive to describe points and texts, and what they mean.
kinds = Kinds of point
relations = Links between points
versions = Status of texts

## Data to download

downloads-intro = All the records on this site are also available as data.
downloads-whole = The whole archive
downloads-tables = Tables for spreadsheets
downloads-tables-text = Each table is a CSV file in UTF-8 that spreadsheet programs open as it is. A text in two languages has a column for each. The tables name each other’s rows by their ids.
downloads-formulas = A cell that begins with =, +, -, @, a tab or a line break has an apostrophe before it, so that no program takes it for a formula. The file archive.json has the text as it is.
downloads-subscribe = Feeds and calendar
downloads-feeds-text = A feed tells a feed reader (Atom) what has been added or corrected.
downloads-calendar = The calendar of meetings (iCalendar)
downloads-calendar-text = The calendar has every meeting on its days. A calendar program can subscribe to it.
downloads-check = Checking a copy
downloads-check-text = The file SHA256SUMS has the SHA-256 of every file of this site. In a copy of the whole site, this command checks that every file is unchanged:
download-file = File
download-contents = Contents
download-size = Size
download-archive = Every published record with its texts in both languages (JSON).
download-archive-schema = What may stand in archive.json, for programs (JSON Schema).
download-glossary = The glossary in English and Japanese, for translation tools (TBX).
download-package = What every column means and which tables belong together, for programs (Data Package).
download-table-dialogues = The dialogues and their parties.
download-table-meetings = The meetings, with dates, places, summaries and what their texts are.
download-table-commitments = The points, with kind, policy track, text and due date.
download-table-carriers = The delegations that made each point, and the bodies named for it.
download-table-relations = The links between points.
download-table-assessments = The assessments of points, each with its source.
download-table-delegations = The delegations.
download-table-organizations = The ministries, agencies and other bodies.
download-table-people = The people.
download-table-roles = The roles of people, as given in the sources.
download-table-tracks = The policy tracks.
download-table-events = The events, which are not meetings of a dialogue.
download-table-participation = Who took part in which meeting.
download-table-documents = The documents that the records rest on, with their addresses.
download-table-signatories = Who signed which document.
download-table-corrections = The corrections made after publication.
download-table-withdrawn = The ids of meetings that were withdrawn.
feed-of-site = The whole archive
feed-of-track = Policy track: { $title }
size-bytes = { $n } bytes
size-kilobytes = { $n } kB
size-megabytes = { $n } MB

## Pages that stand for others

withdrawn-text = This record has been withdrawn. Its text is no longer shown. The address is kept.
moved-text = This record has moved to:
not-found-text = There is no page at this address. It may have been mistyped, or the record may have moved.
not-found-home = Go to the home page

## Joining words

list-separator = ,{" "}
colon = :{" "}
meetings-label = {""}
commitments-label = {""}

# Levels of meetings; site.yaml may give others, or other titles
level-summit = Summit
level-ministerial = Ministerial
level-vice-ministerial = Vice-ministerial
level-director-general = Director-general
level-director = Director
level-expert = Expert
level-working = Working level
