### What `taiwa import` says, in English.

## The file of a statement

not-a-meeting-id = `{ $written }` is not the id of a meeting: { $rule }
statement-unreadable = { $file } cannot be read: { $error }; name a file that can
statement-file-too-large = { $file } is larger than { $most } MiB; save the statement without its pictures
no-pdftotext = a PDF is read by pdftotext, which does not run: { $error }; install pdftotext (poppler-utils), or save the statement as .docx or .txt
pdf-unreadable = { $file } cannot be read by pdftotext; save the statement as .docx or .txt
pdf-without-text = { $file } has no text that can be read, as of a scan; save the statement as .docx or .txt
statement-ending-unknown = the name of { $file } says nothing that can be read; it must end in one of { $endings }
statement-file-empty = { $file } is empty; name a file that holds the statement
not-what-name-says = { $file } is not what its name says: { $found }
it-is-a-package = it is a Word file or another package; if it is the statement, give it a name that ends in .docx
it-is-a-pdf = it is a PDF; if it is the statement, give it a name that ends in .pdf
it-is-old-office = it is an old Word or Office file; save it as .docx
it-is-rich-text = it is a file in rich text; save it as .docx
it-is-compressed = it is a compressed file; unpack it first
it-is-no-such-file = it is no .{ $ending }; if it is plain text, give it a name that ends in .txt
statement-encoding-unknown = { $file } is no text in UTF-8, Shift_JIS, EUC-JP or ISO-2022-JP; save it in UTF-8 and import it again
statement-too-long = { $file } has more text than a note may hold; import the statement alone, without its annexes
statement-without-text = { $file } holds no text; name a file that does

## A Word file

word-file-refused = { $file } { $problem }
package-without-word-text = is a package, but of no Word text; save the text as .docx
package-damaged = cannot be unpacked; open it in Word, save it again and import that
package-too-large = holds more than a statement has once it is unpacked; save its text alone as a new file
part-damaged = has a damaged part { $part }; open it in Word, save it again and import that
part-too-large = has a part { $part } larger than { $most } MiB; save the text alone as a new file
part-not-utf8 = has a part { $part } that is not UTF-8; save it again in Word
part-unreadable = has a part { $part } that cannot be read: { $problem }; save it again in Word
no-sound-xml = it is no sound XML
xml-has-document-type = it has a document type, which Word does not write
xml-has-too-many-parts = it has more parts than a statement has
xml-cut-off = it is cut off
xml-empty = it is empty
xml-attribute-unsound = an attribute in it is not sound

## What stands in the way in the archive

registry-unread = a registry of the archive cannot be read, and what it knows would be left out; run taiwa check, mend it and import again
meeting-note-unread = a note of the meeting { $meeting } cannot be read; run taiwa check, mend it and import again
note-without-other = { $path } is there without the { $lang } note that import makes with it; choose another id, or write that note by hand
note-too-large = { $file } makes a note of more than { $most } MiB; import its parts one by one
note-taken = { $path } is there already, and import did not make it; choose another id with --meeting
note-edited = { $path } is there already with other words than import would write: it was edited, or comes from another file; go on by hand, or choose another id with --meeting
first-note-unread = { $path } cannot be read; run taiwa check and mend it first
note-not-by-import = { $path } was not made by import; choose another id with --meeting
kept-file-taken = content/static/{ $file } is there already with other bytes; move it away, or leave --keep-file out

## What was found

fact-found = { $what }: { $value }
fact-not-found = { $what }: not found, and left out
fact-title = title
fact-dialogue = dialogue
fact-date = date
fact-place = place
held-over-distance = held over a distance
participants-found = { $delegation }: { $names }
participants-found-with-others = { $delegation }: { $names }, and others
no-participant-found = { $delegation }: nobody of the registries was found
person-named-first = { $person } (named first)
proposal-found = { $kind } { $id }: { $track }, by { $reason }
proposal-found-without-track = { $kind } { $id }: no track, by { $reason }
by-verb = the verb “{ $verb }”
by-verb-before-list = the verb “{ $verb }” before the list
reason-with-doubt = { $reason }; { $doubt }
doubt-of-kind = in doubt, since nobody acts in the sentence: the table has { $kind } for this verb
nobody-acts = nobody acts in the sentence
names-no-meeting = the sentence names no meeting

## What the second language has

commitment-words = { $id }: { $title }
commitment-without-words = { $id }: nothing at the same place of this text; write it by hand
numbers-of-headings-differ = the texts have { $first } and { $second } headings: only what stands before them is matched
blocks-not-matched = not matched from “{ $title }”: { $first } and { $second }
several-of-block = { $n } × { $block }
no-blocks = nothing

## What was written

file-to-write = would write { $file }
file-written = wrote { $file }
file-as-it-would-be = { $file } is there already, just as it would be written
no-file-written-for-dry-run = nothing was written, for --dry-run
no-file-written = nothing was written
draft-made = a draft: go through it line by line, then run: taiwa check{ $root }
