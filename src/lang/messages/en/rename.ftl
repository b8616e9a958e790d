### What `taiwa rename`, `taiwa init` and `taiwa new` say, in English.

with-help = { $problem }; { $help }
not-an-id-for = `{ $id }` is not an id: { $rule }

## Why a record gets no other id

names-not-known = nothing was renamed: what these files name cannot be read for sure
names-not-known-in = nothing was renamed: what these files name cannot be read for sure: { $files }
rename-unfinished = another one was begun and is not done; first run: taiwa rename { $command }
no-rename-note = { $path }: this is no note that taiwa wrote; move it away
editor-moves-no-files = this editor cannot rename files; run: taiwa rename { $command }
nothing-to-rename = there is nothing here whose id can become another
write-with-meeting = write it with its meeting, as MEETING/ID
commitment-stays = a commitment stays in its meeting: `{ $other }` is not `{ $meeting }`
delegation-like-judge = no delegation can be called `{ $id }`: in an assessment it stands for somebody else
called-so-already = the { $what } is called `{ $id }` already
another-called-so = another { $what } is called `{ $name }` already
no-commitment-of-meeting = no commitment of `{ $meeting }` is called `{ $name }`
meeting-in-two-files = { $first } and { $second } are both the meeting `{ $id }` in one language
commitment-twice-in-file = { $path } has two commitments `{ $id }`
give-other-id-first = give one of the two another id first
page-over-file = the page would stand where static/{ $file } is; move the file first
alias-of-another = /{ $address } is an earlier address of another record, in { $path }; choose another id
names-unchangeable = { $path }: the names in line { $lines } are written in a way that cannot be changed; write them without quotes and anchors
aliases-unchangeable = { $path }:{ $line }: the aliases of the record cannot be changed as they are written; write `aliases: [{ $aliases }]` by hand
unreadable-once-changed = { $path } could not be read any more
no-stamp-in-one-line = { $path } cannot be stamped in one line

## What is changed for another id

name-changed = { $path }:{ $line }: { $old } -> { $new }
file-moved = { $path } -> { $name }
alias-added = { $path }:{ $line }: new alias: { $addresses }
alias-gone = { $path }:{ $line }: no alias any more: { $addresses }
stays-current = { $path }: stamped as current, as it was
stamps-by-new-id = { $path }: what translations were made from, by the new id
name-missed = { $path }:{ $line }: this names the record in a way that cannot be changed; change it by hand
published-file-gone = /{ $address } was published and is gone: no alias can be a file; where nobody needs it, delete its line of content/ledger.txt
n-changes = { $n ->
    [one] 1 change
   *[other] { $n } changes
}
renamed = { $old } is now `{ $new }`, by { $changes }
rename-foreseen = nothing was written, for --dry-run: { $old } is now `{ $new }`, by { $changes }
rename-stopped = { $error }; { $left }; run the same command again to finish
all-else-renamed = all else is done
not-renamed = these are not done: { $undone }

## init and new

init-refused = { $folder }: { $problem }; a new archive needs a folder of its own, such as `taiwa init my-archive`
folder-not-empty = the folder is not empty: it holds { $names }
folder-holds-more = the folder is not empty: it holds { $names } and { $more } more
file-and-no-folder = this is a file and no folder
archive-made = made an archive of { $files } in { $folder }
build-it = build it:       taiwa build{ $root }
add-a-meeting = add a meeting:  taiwa new meeting 2026-03-02-city{ $root }
replace-examples = then put your own records in the place of the examples, beginning with content/site.yaml
link-leads-outside = { $path }: this link leads out of the content folder
meeting-exists = the meeting is there already, in { $file }; choose another id
files-of-meeting = content/meetings/ as { $id }.*.md
dialogues-there = content/dialogues.yaml has { $ids }
several-dialogues = the archive has several dialogues; name one with --dialogue: { $ids }
no-dialogue-for-meeting = content/dialogues.yaml has no dialogue that the meeting could belong to; write one there
made-file = made { $file }
fill-in-and-check = fill them in, then run: taiwa check{ $root }

## Notes in the files of a new archive

required = Required
may-be-left-out = May be left out
rest-may-be-left-out = All that follows may be left out.
notes-on-site = The archive as a whole. Lines that begin with # are notes for you; they never appear on the site.
how-written = How these files are written
how-a-pair = a colon, a blank, then the value
how-both-languages = a text in both languages; a text without braces stands for both
how-signs = a text that holds ": " or " #", or begins with a sign, goes into quotes
how-commas = inside {"{"} {"}"} or [ ], so does a text with a comma
how-indented = two blanks           lines that belong to a line above are indented by two blanks more
how-examples = an example without a blank after #; delete the # to use it
notes-on-base-url = Where the site will stand. The sitemap and the language alternates need it.
notes-on-languages = The order in which the languages are shown; both are always built.
notes-on-locales = How dates in English are written: April 30, 2024 (en-US, the default) or 30 April 2024 (en-GB).
notes-on-time-zone = The time zone whose day ends an embargo; without it, UTC.
notes-on-license = The license of the texts.
notes-on-contact = Where readers report a mistake: the address of a form, or mailto: and an e-mail address. Every page leads there.
notes-on-levels = Levels of meetings that the theme has no name for.
notes-on-dialogues = The dialogues: each has an id, and below it what is known of it.
notes-on-ids = An id is made of a–z in lower case and digits, in parts joined by hyphens. You choose it. It becomes an address
    of the site and should never change.
required-of-dialogue = Required: the title, and the two parties by their ids in delegations.yaml, in the order of display.
earlier-names = earlier names
notes-on-delegations = The delegations: the two governments, and others that take part, such as industry.
notes-on-country = May be left out: the two letters of the country in ISO 3166-1, or EU.
notes-on-side = A private delegation names the government on whose side it takes part.
notes-on-organizations = Ministries, agencies, associations and other bodies. May be empty.
required-of-organization = Required: the delegation it belongs to, and its name.
notes-on-reading = May be left out: the abbreviation, and the reading in kana, by which the Japanese list is ordered.
notes-on-parent = may be left out: the body above it
notes-on-people = People who are named in the sources. May be empty.
notes-on-person = May be left out: family and given name, the reading in kana, and roles.
notes-on-tracks = The policy tracks. Every commitment belongs to one.
notes-on-glossary = The terms of the dialogue, as a list: each begins with a hyphen. May be empty.
notes-on-term = May be left out: forms that are not to be used, and a note.
notes-on-output = The site is built from content/; only the folder itself is kept.
