### What `taiwa sheet` and `taiwa brief` say, in English.

## How many

n-rows = { $n ->
    [one] 1 row
   *[other] { $n } rows
}
n-assessments = { $n ->
    [one] 1 assessment
   *[other] { $n } assessments
}

## Files for offices

office-file-there = { $file } is there already, and somebody may have worked on it; name another file, or use --force

## brief

brief-written = { $file }: the brief for { $meeting }
no-brief-made = no brief was made
no-name-of-brief = { $file } is no name of a brief: it ends in .docx, .html or .md
no-meeting-called = no meeting that may be shown is called `{ $name }`; { $hint }
meeting-needs-drafts = a draft or an embargoed meeting needs --drafts
no-meeting-to-show = the archive has no meeting that may be shown
brief-unwritable = the document cannot be written

## sheet

sheet-written = { $file }: { $rows } to be filled in
sheet-there = { $file } is there already, with { $rows }
no-sheet-written = no sheet was written
no-name-of-sheet = { $file } is no name of a sheet: it ends in .xlsx or .csv
archive-beyond-workbook = the archive has more than a workbook can hold; name a file that ends in .csv
assessment-added = { $file }:{ $line }: { $name }: { $facts } ({ $cell })
assessments-added = { $assessments } added to { $files }; { $known } there already, { $empty } not filled in
nothing-added = nothing was added
not-all-added = { $error }; these have no new assessment: { $undone }; run the same command again to finish
other-column = { $cell }: the column `{ $header }` is none of this sheet and is passed over
other-remark = { $cell }: the assessment is there already, with another note, which stays as it is

## The file of a sheet

sheet-not-utf8 = the file is not UTF-8
save-as-csv-utf8 = save it as CSV in UTF-8 (in Excel: CSV UTF-8), or as an Excel workbook (.xlsx)
old-workbook = this is a workbook of an old kind, or one with a password
save-without-password = save it as an Excel workbook (.xlsx) without a password
csv-is-package = this is no text: its name ends in .csv, and it is a package
name-it-xlsx = name it .xlsx if it is a workbook
xlsx-is-no-workbook = this is no workbook, though its name ends in .xlsx
save-as-xlsx-or-csv = save it as an Excel workbook (.xlsx); name it .csv if it is a table of text
workbook-unreadable = the workbook cannot be read: { $error }
number-beyond-sheet = a number in it is beyond what a sheet can have
open-and-save-as-xlsx = open it in a spreadsheet and save it again as an Excel workbook (.xlsx)
too-many-parts = the file has more than { $most } parts
unpacks-to-more = the file unpacks to more than a sheet has: { $part } is too large
cells-beyond-sheet = the file has more cells, or longer texts, than a sheet has
send-back-as-exported = send back the sheet as it was exported, filled in, without anything else
no-row-of-headers = the file has no row of headers
row-of-headers = a sheet has a row with these headers: { $names }
header-twice = two columns have the header `{ $column }`
delete-one-column = delete one of them
header-missing = no column has the header `{ $column }`
put-header-back = put it back as it was exported
too-many-rows = more than { $most } rows are filled in
divide-sheet = divide the sheet into several
more-problems = there are more problems; the rows below were not looked at
correct-these-first = correct these first

## Its cells

line-and-column = line { $line }, column { $column }
at-cell = { $cell }: { $problem }
merged-cells = cells were merged here
split-cells = split them, and fill in each row by itself
row-without = the row is filled in, and has no `{ $column }`
fill-in-or-empty = fill it in, or empty the other cells of the row
several-commitments = `{ $written }` may be any of several commitments
put-back-id = put back the id that was exported, or delete the row
write-one-of = write one of these: { $names }
differs-from-archive = `{ $column }` is not what the archive says of this commitment
formula-in-place = a formula stands in the place of `{ $column }`
put-back-exported = put back what was exported; if the archive has changed since, export the sheet again
not-assessed = what is `{ $kind }` cannot be carried out, and so not be assessed
empty-row = empty the row
no-status = `{ $written }` is no status
no-evidence-status = `no-evidence` is the status without an assessment
leave-row-empty = leave the row empty
no-day = `{ $written }` is no day
such-as-day = { $problem }, such as 2026-11-30
write-as-day = write it as 2026-11-30
day-before-meeting = { $date } is before the meeting of { $meeting }
day-after-today = { $date } is after today, { $today }
no-judge = nobody is called `{ $written }`
add-document = add it to the `documents` of a meeting or event first, and write its id here
error-in-cell = this is the error { $error }
formula-without-value = this is a formula without a value
put-value = put its value in its place
assessed-otherwise = `{ $judge }` has assessed this commitment as `{ $status }` on the same day, { $place }
in-its-note = in its note
in-cell = in { $cell }
leave-one-or-day = leave one of the two, or give each its own day

## What cannot be added

assessment-not-added = the assessment of `{ $name }` cannot be added: { $why }
facts-nowhere = no file has its facts
not-extensible = it is written in a way that cannot be extended
not-read-back = the assessment could not be read back from the note
add-by-hand = add it to the note by hand, and empty the row
remark-without-commitment = the note is in `{ $lang }`, and the { $lang }.md file does not have the commitment
remark-in-other-language = write the note in `{ $lang }`, or add the commitment to the other file first
