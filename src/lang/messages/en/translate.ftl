### What `taiwa translate` and `taiwa stamp` say, in English.

## How many

n-units = { $n ->
    [one] 1 unit
   *[other] { $n } units
}
n-records = { $n ->
    [one] 1 record
   *[other] { $n } records
}
n-texts = { $n ->
    [one] 1 text
   *[other] { $n } texts
}
n-blocks = { $n ->
    [one] 1 block
   *[other] { $n } blocks
}

## translate export

nothing-exported = nothing was exported
units-exported = { $file }: { $units } of { $records } to be translated
blocks-left-out = { $file }: { $blocks } without a counterpart left out
record-left-out = { $file }: left out, for there is no { $other }
no-meeting-or-page = no meeting or page is called `{ $id }`
no-meeting-or-page-but = no meeting or page is called `{ $id }`; { $help }

## translate import

nothing-imported = nothing was changed
text-put-in = { $file }: { $unit }: { $text }
notes-put-in = { $file }: the notes, in { $blocks }
stamped-in-import = { $file }: stamped as current
not-stamped-in-import = { $file }: not stamped, for it has to be stamped by hand
not-stamped-unfinished = { $file }: not stamped, for not all of it is finished
import-halfway = { $error }; run the same command again to finish
texts-put-in = { $texts } changed; { $unfinished } not finished, { $refused } refused

## What keeps an XLIFF from being read

xliff-too-large = the file has more than { $limit } MiB
xliff-not-utf8 = the file is no text in UTF-8
no-document-type = a document type (`<!DOCTYPE`) is not read, nor its entities
no-xliff = the file is no XLIFF 1.2
no-whole-xliff = the file is no XLIFF 1.2, or not all of it
not-xml = the file is not XML: { $error }
elements-too-deep = elements are nested deeper than { $most }
no-entity = the entity `&{ $name };` is not known
record-twice-in-file = this record stands twice in the file
no-record-in-both = `{ $path }` is no record of this archive with both language files

## What keeps a unit from being put in

unit-twice = the unit `{ $unit }` stands twice
no-unit = `{ $record }` has no unit `{ $unit }`
units-or-archive-changed = a tool may have split or merged units, or the archive has changed since the export
unit-refused = `{ $unit }` is refused: { $why }
other-source-text = its source is not the text that the archive has
export-text-as-it-is = export it again, and translate the text as it is now; a tool may also have changed, split or merged the source
translation-changed = its translation was changed in the archive since the export
export-both-translations = export it again, so that neither of the two translations is lost
foreign-element = it has an element `{ $name }` that taiwa did not write
no-inline-element = no inline element has the id `{ $id }`
inline-element-twice = the inline element `{ $id }` stands twice
inline-element-lost = the inline element `{ $id }` is lost
written-element-lost = the inline element `{ $id }`, { $written } is lost
words-as-markup = `{ $written }` in its words would be read as markup
not-read-as-text = the archive would not read it as this one text
put-in-by-hand = write it into the file by hand
notes-not-finished = not all blocks of these notes are finished
finish-notes = notes come into a file without any as a whole; finish the other blocks

## stamp

nothing-stamped = nothing was stamped
stamped-as-current = { $file } stamped as current
current-already = { $file } is current already
no-file-to-stamp = there is no file { $file }
no-note-to-stamp = { $file } is no note of this archive
translation-of-nothing = { $file } has nothing to be a translation of: there is no { $other }
summary-not-stamped = { $file } is a summary (`status: summary`), and a summary is no translation that could be current; if it is a translation, say which under `version`: `status: archive-translation`, for example
authentic-not-stamped = { $file } is authentic (`status: authentic`): it was made from no other text; if it is a translation, say which under `version`: `status: archive-translation`, for example
stamp-translation = { $file } is the text that { $translation } was made from; stamp the translation
stamp-by-hand = { $file } cannot be changed in one line; write `translated_from: { $hash }` under `version` by hand
