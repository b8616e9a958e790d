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
