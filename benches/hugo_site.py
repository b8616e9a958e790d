#!/usr/bin/env python3
"""Writes the records of an archive of examples/corpus.rs as a site for Hugo: python3 benches/hugo_site.py ARCHIVE DIR

Meetings and commitments are pages in both languages, tracks, delegations and organizations are taxonomies. The templates
are what somebody who knows Hugo well would write for speed: the menu is partialCached, no template walks over all pages,
and there are no feeds but the home pages'. Each page shows what taiwa's page of the record shows of the record itself.
"""

import json
import pathlib
import sys

import yaml

LANGUAGES = ("en", "ja")
TAXONOMIES = ("tracks", "delegations", "organizations")

CONFIG = """\
baseURL = "https://archive.example/"
defaultContentLanguage = "en"
defaultContentLanguageInSubdir = true
disableKinds = ["RSS"]
enableGitInfo = false
[pagination]
pagerSize = 100
[taxonomies]
track = "tracks"
delegation = "delegations"
organization = "organizations"
[languages.en]
label = "English"
locale = "en"
title = "A synthetic archive"
weight = 1
[languages.ja]
label = "日本語"
locale = "ja"
title = "合成された記録"
weight = 2
"""

TEMPLATES = {
    "baseof.html": """\
<!DOCTYPE html>
<html lang="{{ .Site.Language.Locale }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} — {{ .Site.Title }}</title>
{{ with .Description }}<meta name="description" content="{{ . }}">{{ end }}
<link rel="canonical" href="{{ .Permalink }}">
{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language.Locale }}" href="{{ .Permalink }}">
{{ end -}}
<meta property="og:title" content="{{ .Title }}">
<meta property="og:type" content="article">
<meta property="og:url" content="{{ .Permalink }}">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<header><p><a href="{{ "/" | relLangURL }}">{{ .Site.Title }}</a></p>
{{ range .Translations }}<p><a href="{{ .RelPermalink }}" hreflang="{{ .Language.Locale }}">{{ .Language.Label }}</a></p>{{ end }}
{{ partialCached "menu.html" . .Site.Language.Locale }}
</header>
<main id="main">{{ block "main" . }}{{ end }}</main>
<footer><p>{{ .Site.Title }}</p></footer>
</body>
</html>
""",
    "_partials/menu.html": """\
<nav><ul>
<li><a href="{{ "meetings/" | relLangURL }}">Meetings</a></li>
<li><a href="{{ "commitments/" | relLangURL }}">Commitments</a></li>
<li><a href="{{ "tracks/" | relLangURL }}">Tracks</a></li>
<li><a href="{{ "delegations/" | relLangURL }}">Delegations</a></li>
<li><a href="{{ "organizations/" | relLangURL }}">Organizations</a></li>
</ul></nav>
""",
    "_partials/commitment.html": """\
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>
<p><span>{{ .Params.kind }}</span> <span>{{ .Params.verb }}</span>
{{ range .GetTerms "tracks" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</p></li>
""",
    "home.html": """\
{{ define "main" }}<h1>{{ .Site.Title }}</h1>
<ul>{{ range first 10 (where .Site.RegularPages "Section" "meetings") }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
{{ end }}
""",
    "section.html": """\
{{ define "main" }}<h1>{{ .Title }}</h1>
<ol>{{ range .Paginator.Pages }}<li><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2006-01-02" }}</time> <a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ol>
{{ with .Paginator }}{{ if gt .TotalPages 1 }}<nav>{{ if .HasPrev }}<a href="{{ .Prev.URL }}">←</a>{{ end }} {{ .PageNumber }} / {{ .TotalPages }} {{ if .HasNext }}<a href="{{ .Next.URL }}">→</a>{{ end }}</nav>{{ end }}{{ end }}
{{ end }}
""",
    "taxonomy.html": """\
{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range .Data.Terms.Alphabetical }}<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> {{ .Count }}</li>
{{ end }}</ul>
{{ end }}
""",
    "meetings/page.html": """\
{{ define "main" }}<h1>{{ .Title }}</h1>
<p>{{ .Description }}</p>
<dl>
<div><dt>Date</dt><dd><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "January 2, 2006" }}</time></dd></div>
<div><dt>Place</dt><dd>{{ .Params.place }}</dd></div>
<div><dt>Level</dt><dd>{{ .Params.level }}</dd></div>
<div><dt>Delegations</dt><dd><ul>{{ range .Params.there }}<li>{{ . }}</li>{{ end }}</ul></dd></div>
</dl>
<nav>{{ .TableOfContents }}</nav>
{{ .Content }}
<h2>Commitments</h2>
<ul>{{ range .Params.made }}{{ with $.Site.GetPage . }}{{ partial "commitment.html" . }}{{ end }}{{ end }}</ul>
<nav>{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }} {{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>
{{ end }}
""",
    "commitments/page.html": """\
{{ define "main" }}<h1>{{ .Title }}</h1>
<dl>
<div><dt>Verb</dt><dd>{{ .Params.verb }}</dd></div>
<div><dt>Kind</dt><dd>{{ .Params.kind }}</dd></div>
<div><dt>Track</dt><dd>{{ range .GetTerms "tracks" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</dd></div>
{{ with .Site.GetPage .Params.meeting }}<div><dt>Meeting</dt><dd><a href="{{ .RelPermalink }}">{{ .Title }}</a></dd></div>
<div><dt>Date</dt><dd>{{ .Date.Format "January 2, 2006" }}</dd></div>{{ end }}
<div><dt>Made by</dt><dd><ul>{{ range .GetTerms "delegations" }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></dd></div>
<div><dt>Bodies</dt><dd><ul>{{ range .GetTerms "organizations" }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></dd></div>
</dl>
{{ with .Params.continues }}<h2>Continues</h2><ul>{{ range . }}{{ with $.Site.GetPage . }}{{ partial "commitment.html" . }}{{ end }}{{ end }}</ul>{{ end }}
<p>{{ .Title }}. {{ .Site.Title }}. {{ .Permalink }}</p>
<nav>{{ range .Params.around }}{{ with $.Site.GetPage . }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }} {{ end }}</nav>
{{ end }}
""",
}

# Lists of commitments, a part at a time.
TEMPLATES["term.html"] = TEMPLATES["section.html"].replace(
    '<li><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2006-01-02" }}</time>'
    ' <a href="{{ .RelPermalink }}">{{ .Title }}</a></li>',
    '{{ partial "commitment.html" . }}',
)


def front_matter(note):
    _, head, body = note.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.load(head, yaml.CSafeLoader), body


def write(file, head, body=""):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(head, ensure_ascii=False, default=str) + "\n\n" + body, encoding="utf-8")


def write_meeting(site, note):
    meeting_id = note.name.removesuffix(".en.md")
    facts, _ = front_matter(note)
    made = [f"/commitments/{meeting_id}/{one['id']}" for one in facts["commitments"]]
    for lang in LANGUAGES:
        own, body = front_matter(note.with_name(f"{meeting_id}.{lang}.md"))
        head = {
            "title": own["title"],
            "description": own["summary"],
            "date": facts["date"],
            "place": own["place"],
            "level": facts["level"],
            "there": list(facts["delegations"]),
            "made": made,
        }
        # Anchors of taiwa's headings have the form of Hugo's already.
        write(site / "content" / lang / "meetings" / f"{meeting_id}.md", head, body)
        for at, (fact, text) in enumerate(zip(facts["commitments"], own["commitments"], strict=True)):
            head = {
                "title": text["text"],
                "date": facts["date"],
                "verb": text["verb"],
                "kind": fact["kind"],
                "tracks": [fact["track"]],
                "delegations": fact["delegations"],
                "organizations": fact["organizations"],
                "meeting": f"/meetings/{meeting_id}",
                "continues": [f"/commitments/{it}" for it in fact.get("continues", [])],
                "around": made[max(at - 1, 0) : at] + made[at + 1 : at + 2],
            }
            write(site / "content" / lang / "commitments" / meeting_id / f"{fact['id']}.md", head)


def main(archive, site):
    site.mkdir(parents=True)
    (site / "hugo.toml").write_text(
        CONFIG.replace("weight = 1\n", 'weight = 1\ncontentDir = "content/en"\n').replace(
            "weight = 2\n", 'weight = 2\ncontentDir = "content/ja"\n'
        ),
        encoding="utf-8",
    )
    for name, text in TEMPLATES.items():
        file = site / "layouts" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    for taxonomy in TAXONOMIES:
        records = yaml.load((archive / "content" / f"{taxonomy}.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
        for name, record in records.items():
            names = record.get("title") or record["name"]
            for lang in LANGUAGES:
                write(site / "content" / lang / taxonomy / name / "_index.md", {"title": names[lang]})
    for note in sorted((archive / "content" / "meetings").rglob("*.en.md")):
        write_meeting(site, note)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
