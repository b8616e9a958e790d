### What the commands say that build, check, serve, rename and begin an archive, and what the options are refused for, in English.

error = error
warning = warning
help = help

## How many

n-errors = { $n ->
    [one] 1 error
   *[other] { $n } errors
}
n-warnings = { $n ->
    [one] 1 warning
   *[other] { $n } warnings
}
errors-and-warnings = { $errors }, { $warnings }
n-pages = { $n ->
    [one] 1 page
   *[other] { $n } pages
}
n-files = { $n ->
    [one] 1 file
   *[other] { $n } files
}
n-addresses = { $n ->
    [one] 1 address
   *[other] { $n } addresses
}

## Options

theme-folder = --theme { $theme }: there is no folder themes/{ $theme }/
base-url-refused = --base-url { $url }: { $problem }; { $help }
output-overlaps = the output { $output } lies at, in or above { $folder }
output-of-notes = the output { $output } lies at or in a folder { $folder }/, where builds keep notes of their own; choose another folder
no-output-option = no site is written here; leave --output (-o) out
office-file-place = { $file } lies in { $folder }, where such a file would be read or published; name another place
option-not-a-date = { $option } { $day } is not a date: { $problem }
no-content-folder = { $root } has no folder content/; name the archive's folder with --root, or make an archive with `taiwa init`
editor-refused = --editor { $name }: write none, one of { $names }, or the form of an address with {"{"}path{"}"}, such as 'my-editor://open?file={"{"}path{"}"}&line={"{"}line{"}"}'

## build, check and serve

reading = Reading …
building = Building { $pages } …
nothing-published = nothing was published
nothing-published-for = nothing was published: { $counts }
lacks-base-url = without base_url there are no canonical addresses, no language alternates, no sitemap and no feeds
built = { $pages } in 2 languages: { $written } written, { $unchanged } unchanged, { $removed } removed, in { $seconds } s
rebuilt = { $pages } rendered; { $written } written, { $unchanged } unchanged, { $removed } removed
round = { $what }: { $done }, in { $seconds } s
first-round = { $done }, in { $seconds } s
preview-at = { $url }  (Ctrl-C ends the preview)
no-browser = no browser could be opened
shown-to-others = drafts and embargoed records are shown to every machine that reaches this one
nothing-shown = nothing can be shown
last-site-stays = { $counts }; the last good site stays
last-site-stays-for-theme = the theme has an error; the last good site stays
pages-rendered = { $pages } ({ $rendered } rendered)
n-pages-rendered = { $pages } rendered
whole-archive = the archive
another-day = another day

## ledger

ledger-without-drafts = the ledger holds published addresses only; leave --drafts out
nothing-recorded = nothing was recorded: { $counts }
ledger-has-all = content/ledger.txt holds all { $addresses } already
ledger-recorded = { $new } new of { $addresses } recorded in content/ledger.txt

## Ports, and watched folders

port-taken = another program has the port { $port }
port-taken-but = another program has the port { $port }; { $free } is free: --port { $free }
port-refused = { $address } cannot be served: { $error }
watch-limit = the system's limit of watched files is reached
no-watch = the folders cannot be watched ({ $error })
polled-instead = { $why }; the folders are looked through every { $ms } ms instead, as with --poll

## What keeps files from being written

output-busy = another build is writing into { $path }
output-foreign = { $path } was not written by taiwa, or changed since, and stands where a file of the site belongs; move it away, or use --force to overwrite it
output-foreign-gone = { $path } is not as taiwa wrote it, and the site has no such file any more; move it away, or use --force to remove it
output-foreign-inside = { $path } was not written by taiwa, and a file of the site belongs where its folder is; move it away
output-link = { $path } is a symbolic link inside the output, which is never followed
output-no-file = { $path } is no plain file, and builds keep a file of their own there; move it away. Nothing was published
output-mount = { $path } is a mount of its own, and no file can be moved into it from the rest of the output; unmount it, or choose an output that lies on one filesystem. Nothing was published
file-error = { $path }: { $error }
output-unpublished = { $path }: { $error }; nothing was published, the output is as it was
output-halfway = { $path }: { $error }; the output holds whole files of the old and of the new site, and the next build makes it good

## Files of the desk, and runs that only try

file-unreadable = { $file } cannot be read: { $error }
dry-run = nothing was written, for --dry-run: { $summary }
