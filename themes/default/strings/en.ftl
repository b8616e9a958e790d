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
title-status = Kinds, outcomes and versions
title-coverage = What there is in each language
title-corrections = Corrections
title-search = Search
title-downloads = Data to download
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
        [one] The delegations of the dialogue, with the points they carry.
       *[other] The delegations of the dialogues, with the points they carry.
    }
description-organizations =
    { $dialogues ->
        [one] The ministries, agencies and other bodies that took part in the dialogue.
       *[other] The ministries, agencies and other bodies that took part in the dialogues.
    }
description-people =
    { $dialogues ->
        [one] The people who took part in the dialogue, with their roles as published.
       *[other] The people who took part in the dialogues, with their roles as published.
    }
description-events =
    { $dialogues ->
        [one] What matters to the dialogue and is no meeting of it, such as summits, launches, working groups and meetings of industry, newest first.
       *[other] What matters to the dialogues and is no meeting of theirs, such as summits, launches, working groups and meetings of industry, newest first.
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
description-matrix = How many points each meeting made in each policy track, with links to them.
description-glossary =
    { $dialogues ->
        [one] The terms of the dialogue in English and Japanese.
       *[other] The terms of the dialogues in English and Japanese.
    }
description-coverage = For each record: whether it is there in English and in Japanese, whether its translation is current, and which parts have no counterpart.
description-corrections = What was corrected in the records of this archive after they were published, newest first.
description-downloads = The whole archive as data, as tables for spreadsheets, as feeds and as a calendar.
description-status = What the kinds, outcomes, links and version notes in this archive mean.
description-search = Search this archive in English and Japanese: meetings, points, policy tracks, organizations, people, terms and pages.

## Commitments

kind-undertaking = Undertaking
kind-undertaking-definition = Both sides concur or confirm that they will do something.
kind-continuation = Continuation
kind-continuation-definition = They go on with work, or with an exchange, that is already under way.
kind-shared-view = Shared view
kind-shared-view-definition = Both sides recognize, emphasize or reaffirm something together.
kind-welcome = Welcome
kind-welcome-definition = They welcome something that others have done or submitted.
kind-report = Report
kind-report-definition = Something is said to have been done.
kind-recommendation = Recommendation
kind-recommendation-definition = Something is asked of the governments, as a rule by industry.
kind-next-meeting = Next meeting
kind-next-meeting-definition = A further meeting is planned or prepared.

outcome-unknown = No record
outcome-unknown-definition = This archive has no record of what happened next. This does not mean that nothing was done.
outcome-not-started = Not started
outcome-not-started-definition = A source says that work has not begun.
outcome-in-progress = In progress
outcome-in-progress-definition = A source says that work has begun and goes on.
outcome-partly-fulfilled = Partly fulfilled
outcome-partly-fulfilled-definition = A source says that a part has been done.
outcome-fulfilled = Fulfilled
outcome-fulfilled-definition = A source says that it has been done.
outcome-discontinued = Discontinued
outcome-discontinued-definition = A source says that it has been given up.
outcome-no-evidence = No evidence found
outcome-fulfills = Carried out
outcome-fulfills-definition = A later record does what this one set out to do.
outcome-continues = Continued
outcome-continues-definition = A later record goes on with it.
outcome-revises = Revised
outcome-revises-definition = A later record changes it; otherwise it stands.
outcome-supersedes = Superseded
outcome-supersedes-definition = A later record has taken its place.
outcome-reports-on = Reported on
outcome-reports-on-definition = A later record tells how it stands.
outcome-responds-to = Answered
outcome-responds-to-definition = A later record answers it.

relation-fulfills = Fulfills
relation-fulfills-definition = It does what an earlier point set out to do.
relation-continues = Continues
relation-continues-definition = It goes on with an earlier point.
relation-revises = Revises
relation-revises-definition = It changes an earlier point, which otherwise stands.
relation-supersedes = Supersedes
relation-supersedes-definition = It takes the place of an earlier point.
relation-reports-on = Reports on
relation-reports-on-definition = It tells how an earlier point stands.
relation-responds-to = Responds to
relation-responds-to-definition = It answers an earlier point, such as a recommendation.
relation-related = Related to
relation-related-definition = The two deal with the same matter, and neither follows from the other.

## Texts and their authority

version-authentic = Authentic text
version-authentic-definition = The text that the sides themselves treat as binding or original.
version-official-translation = Official translation
version-official-translation-definition = A translation for which its government answers.
version-provisional-translation = Provisional translation
version-provisional-translation-definition = A translation that its government published as provisional.
version-summary = Summary
version-summary-definition = A summary in this archive’s own words. It is not a translation of an official text.
version-archive-translation = Translation by this archive
version-archive-translation-definition = A translation made for this archive. It is not official.
version-machine-translation = Machine translation
version-machine-translation-definition = A translation made by a machine. It is not official and may hold errors.
version-not-stated = Authority not stated
version-not-stated-definition = It is not stated what authority this text has.

state-current = Current
state-current-definition = A translation made from the other language’s text as it is now.
state-outdated = Outdated
state-outdated-definition = The other language’s text has changed since the translation was made.
state-unstamped = Not tracked
state-unstamped-definition = It is not recorded whether it was made from the other language’s text, or from which state of it.
state-partial = Partly there
state-partial-definition = The notes are missing in this language, and other parts are there; the missing ones are named.
state-missing = Missing
state-missing-definition = There is nothing in this language yet.
state-summary = Summary
state-summary-definition = A summary in other words, which is no translation.
state-not-translated = Not a translation
state-not-translated-definition = It was not made from the other language’s text. The texts that translations were made from are among these.
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
mode-hybrid = In person and online
mode-not-stated = Form not stated
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
taken-up-at =
    { $n ->
        [one] Taken up at { $n } later meeting
       *[other] Taken up at { $n } later meetings
    }

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
mode = Form
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
forums = Forums
carried-by = Carried by
responsible-organizations = Responsible bodies
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
avoided-forms = Forms not used here
until = until { $date }
term-of-office = { $from } to { $until }
term-from = from { $from }
commitment = Point

## Home

home-standing = Where things stand
home-standing-note = Each point is counted once, by what this archive has on what became of it.
home-assessed = Assessed by somebody
home-recorded = Later records go back to it
home-unknown = No record of what happened next
home-nothing-due = Not to be carried out, and so without an outcome
home-tracks = Policy tracks and what is open
home-tracks-note = A point is open where it can be carried out and nothing here records it as carried out, given up or replaced.
home-open = Open
all-tracks = All tracks
home-latest = Latest meeting
home-planned = Planned meetings
home-recent = Recent meetings
home-matrix = Meetings and policy tracks
home-continued = Points taken up most often
home-continued-note = The points that most later meetings went back to. This follows from the links between points alone and says nothing about their weight.
all-meetings = All meetings
whole-timeline = The whole timeline
whole-matrix = The whole matrix

## Both languages side by side, and the coverage page

parallel = English and Japanese side by side
parallel-link = Read in English and Japanese side by side
show-sides = Show
both-sides = Both
parallel-unaligned = The two texts are not translations of each other. They are shown side by side as they are.
row-link = Link to this part
heading-link = Link to “{ $title }”
coverage-intro = For each record of this archive: whether it is there in English and in Japanese, and whether its translation is current.
coverage-totals = The whole archive
coverage-state = State
coverage-meaning = Meaning
coverage-records = Record by record
coverage-record = Record
coverage-unpaired = Parts without a counterpart

## Meeting

on-this-page = On this page
participants = Delegations
participants-named = The { $n } people and bodies that took part by name
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
meeting-order = Meetings before and after
previous-meeting-of-dialogue = Previous meeting of { $dialogue }
next-meeting-of-dialogue = Next meeting of { $dialogue }
previous-meeting-planned-of-dialogue = Previous meeting of { $dialogue } (planned)
next-meeting-planned-of-dialogue = Next meeting of { $dialogue } (planned)
meeting-order-of-dialogue = Meetings of { $dialogue } before and after
version-from = Translated from
version-by = Translated by
version-source = Source
read-in-other = Read it in
fallback-notice = There is no English version yet. What follows is in Japanese.
fallback-text-notice = The text of this page is not there in English yet. It is shown in Japanese.
fallback-commitment-notice = The text of this point is not there in English yet. It is shown in Japanese.

## Commitment

lineage = Links to other points
assessments = Assessments
assessments-note = Each assessment stands on its own. It is shown with who made it and the source that it rests on.
assessments-earlier = Earlier assessments
outcome = What became of it
outcome-note = Only undertakings, continuations, next meetings and recommendations can be carried out. What became of one is told by the newest assessment of each who assessed it; where nobody did, by what later records say of it.
outcome-recorded-note = This follows from the later records of this archive. It does not say whether the work is finished.
outcome-unknown-text = This archive has no record of what happened next.
previous-commitment = Previous point of this meeting
next-commitment = Next point of this meeting
commitment-order = Points before and after
what-these-words-mean = What these words mean
last-mention = Last mentioned at
thread = Before and after
thread-note = What this point goes back to and what later meetings made of it, the earliest first.
thread-this = This point
thread-more = There is more before or after. The page of the policy track shows it.
changes-note = Where one text restates another, words that came in are underlined and words that went are struck through.
changes-since = Changed since { $date }
changes-none = The same words as on { $date }

## Track

standing-taken-up = Taken up again
standing-latest = Takes up an earlier one
standing-once = Not linked to another record
track-picture = How its points go on
track-going-on =
    { $n ->
        [one] { $n } of { $of } points was taken up again at a later meeting.
       *[other] { $n } of { $of } points were taken up again at a later meeting.
    }
track-longest = The longest thread runs from { $from } to { $to }.
track-drawn = The picture shows the newest { $n } of the linked points.
track-picture-note = Every column is a meeting at its day, and every mark a point that is linked to another. A filled mark was taken up again later; a ring was not. Lines lead from each to those that go back to it.
as-list = The same as a list

## Event

event-kind-summit = Summit
event-kind-ministerial = Ministerial meeting
event-kind-working-group = Working group
event-kind-industry = Meeting of industry
event-kind-launch = Launch
event-kind-other = Other
event-recorded = Points that stand in these documents
event-assessed = Points assessed by these documents
previous-event = Previous event
next-event = Next event
event-order = Events before and after

## Timeline and organizations

timeline-picture = The meetings in time
timeline-picture-note = Every mark is a meeting and leads to it. The shape tells how it was held, and a larger mark has more points. Places with several meetings have a line of their own.
timeline-picture-events = Meetings and events in time
timeline-picture-events-note = Every mark is a meeting or an event and leads to it. The shape tells how a meeting was held, and a larger mark has more points. Places with several meetings have a line of their own.
timeline-numbers = The number in a mark is that of the meeting.
timeline-triangles = The triangles in the last line are events, which are no meetings of a dialogue.
timeline-years = Year by year
timeline-years-events = Year by year
timeline-other-places = Other places
timeline-different-places = Different places
timeline-no-place = Place not stated
timeline-shows = The picture shows { $meetings } from { $from } to { $to }.
timeline-shows-year = The picture shows { $meetings } of { $from }.
timeline-points = On record from them: { $kinds }.
timeline-planned =
    { $n ->
        [one] { $n } more is planned.
       *[other] { $n } more are planned.
    }
timeline-events =
    { $n ->
        [one] { $n } event is in the last line.
       *[other] { $n } events are in the last line.
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

search-label = Words to look for
search-hint = Finds records by their words, in any order, in English or in Japanese. Quotes mean a phrase: "open Internet".
search-button = Search
search-filters = Narrow down
search-clear = Clear the filters
search-results =
    { $n ->
        [one] { $n } result
       *[other] { $n } results
    }
search-near = Results for “{ $word }”, which is the nearest word here.
search-most = No record has all the words. These have the most of them.
search-order = Order
search-by-relevance = Most relevant first
search-by-date = Newest first
search-none = Nothing was found.
search-more = Show more results
search-failed = The search could not be loaded. It needs a web server; the lists below lead to every record.
search-needs-script = Searching needs JavaScript. Without it, the lists below lead to every record.
search-ways = Find it in a list
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
citation-meeting = “{ $meeting }”, { $dialogue }, { $date }. { $site }.
citation-event = “{ $event }”, { $date }. { $site }.
citation-title = { $meeting }, { $dialogue }
citation-part = Point { $reference }, { $meeting }, { $dialogue }.
citation-version = Text: { $version }.
citation-source = Source: { $title }.
citation-source-address = Source: { $title }, { $address }
citation-commitment = “{ $text }” (point { $reference }), { $meeting }, { $dialogue }, { $date }. { $site }.

## Lists

commitments-intro = Each point is of one kind: what the sides undertake to do, go on with, hold in common, welcome, report or recommend. The kind and the operative verb say what weight it has. What became of a point is shown where a source or a later record tells.
by-dialogue = By dialogue
no-commitments = No points are recorded.
matrix-note = Numbers count the points that a meeting made in a policy track, and lead to them. An empty cell means that none is recorded.
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
glossary-intro = Both languages of this archive keep to these pairs of terms.
term-uses = Where it is used
term-uses-newest = The { $n } newest:
corpus = Pairs of texts for translation tools
corpus-text = The titles, summaries and notes of the meetings and the texts of the points, each in English and Japanese side by side, as plain text in one file (TMX 1.4). Each pair names its page and says what each of its texts is. Parts that have no counterpart in the other language are left out.
corpus-link = Download the pairs of texts (TMX)
status-intro = The words by which this archive describes points and texts, and what they mean.
kinds = Kinds of point
relations = Links between points
versions = What a text is

## Data to download

downloads-intro = Everything that these pages tell is here as data too, made from the same records.
downloads-whole = The whole archive
downloads-tables = Tables for spreadsheets
downloads-tables-text = Each table is a CSV file in UTF-8 that spreadsheet programs open as it is. A text in two languages has a column for each. The tables name each other’s rows by their ids.
downloads-formulas = A cell that begins with =, +, -, @, a tab or a line break has an apostrophe before it, so that no program takes it for a formula. The file archive.json has the text as it is.
downloads-subscribe = Feeds and calendar
downloads-feeds-text = A feed tells a feed reader (Atom) what has been added or corrected.
downloads-calendar = The calendar of meetings (iCalendar)
downloads-calendar-text = The calendar has every meeting on its days. A calendar program can subscribe to it.
downloads-check = Checking a copy
downloads-check-text = The file SHA256SUMS has the SHA-256 of every file of this site. In a copy of the whole site, this command tells whether all files are as they were published:
download-file = File
download-contents = Contents
download-size = Size
download-archive = Every published record with its texts in both languages (JSON).
download-archive-schema = What may stand in archive.json, for programs (JSON Schema).
download-package = What every column means and which tables belong together, for programs (Data Package).
download-table-dialogues = The dialogues and their parties.
download-table-meetings = The meetings, with dates, places, summaries and what their texts are.
download-table-commitments = The points, with kind, policy track, text and due date.
download-table-carriers = The delegations that carry each point, and the bodies that answer for it.
download-table-relations = The links between points.
download-table-assessments = The assessments of points, each with its source.
download-table-delegations = The delegations.
download-table-organizations = The ministries, agencies and other bodies.
download-table-people = The people.
download-table-roles = The roles of people, as published.
download-table-tracks = The policy tracks.
download-table-events = The events, which are no meetings of a dialogue.
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

withdrawn-text = This record has been withdrawn. Its text is no longer shown; this page keeps its address.
moved-text = The record is now found here:
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
level-director-general = Director General
level-director = Director
level-expert = Expert
level-working = Working level
