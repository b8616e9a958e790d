"""Writes an archive in which every text is an attack, and its harmless twin.

    hostile_archive.py hostile|harmless FOLDER

For each attack there is a record of every kind, with the attack in every field that takes a text. In the twin the same
fields hold plain words: what stands around the texts of both sites must be the same.
"""

import json
import pathlib
import sys

HURT = "window.taiwaHurt=1"

# Where a text could stand: between tags, in an attribute of either quote, in an element whose text is raw, in a comment,
# in CDATA, in a script or JSON, in a template, a style, a table, a calendar, a reference, a header, or the name of a file.
# What begins a comment is refused in every text.
TEXTS = [
    f"<script>{HURT}</script>",
    f"\"><script>{HURT}</script>",
    f"'><img src=x onerror={HURT}>",
    f"\" onmouseover=\"{HURT}\" autofocus onfocus=\"{HURT}\" x=\"",
    f"' onfocus='{HURT}' autofocus tabindex=0 x='",
    f"` onfocus=`{HURT}` x=`",
    f"</script><script>{HURT}</script>",
    f"</SCRIPT ><svg/onload={HURT}>",
    "</style><style>*{background:url(https://evil.example/)}</style>",
    f"</title><svg onload={HURT}>",
    f"</textarea></noscript></template><svg/onload={HURT}>",
    f"--><script>{HURT}</script><! --!><img src=x onerror={HURT}>",
    f"<!<script>{HURT}",
    f"]]><script>{HURT}</script><![CDATA[",
    f"<![CDATA[</script><script>{HURT}</script>]]>",
    "{{ 7*7 }}{% raw %}{{ s.title }}{# x #}{% include \"../../Cargo.toml\" %}",
    f"${{{HURT}}}`+{HURT}+`",
    f"&lt;script&gt;{HURT}&lt;/script&gt;&#60;img src=x onerror={HURT}&#62;&quot;",
    f"\\u003cscript\\u003e{HURT}\\u003c/script\\u003e\\x3cscript\\x3e",
    f"\\\";{HURT};//\\';{HURT};//",
    f"\u2028{HURT}\u2029;{HURT};//",
    f"javascript:{HURT}",
    f"data:text/html,<script>{HURT}</script>",
    f"java\tscript:{HURT}",
    "../../../../etc/passwd ..\\..\\..\\x %2e%2e%2f",
    "=HYPERLINK(\"https://evil.example/\",\"x\")",
    "+1+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "＝HYPERLINK(\"https://evil.example/\",\"x\")",
    "\u3000=1+1",
    "x\\nEND:VEVENT\\nBEGIN:VEVENT\\nATTACH:https://evil.example/;VALUE=URI:x,y",
    "x}, note = {\\input{/etc/passwd}}, title = {\\write18{x}} % & # _ $ ~ ^",
    "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;&nbsp;",
    "<?php system('x') ?><?xml-stylesheet href='https://evil.example/'?><%= 7*7 %><!#exec cmd=\"x\"-->",
    f"{{<img src=x onerror={HURT}>|</rt><script>{HURT}</script>}}",
    f"<ruby onclick={HURT}>a<rt><a href=javascript:{HURT}>b</a></rt></ruby>",
    f"[x](javascript:{HURT}) ![x](https://evil.example/x.png) <https://evil.example/>",
    f"[[meeting:x|<script>{HURT}</script>]] [[redacted: a; b]]",
    f"<a href=\"javascript:{HURT}\" style=\"position:fixed\">x</a><base href=https://evil.example/>",
    f"<iframe srcdoc=\"<script>parent.taiwaHurt=1</script>\"></iframe><meta http-equiv=refresh content=0;url=//evil.example>",
    f"<math><mtext><table><mglyph><style><!</style><img src=x onerror={HURT}>",
    "<form action=https://evil.example/><input name=q><button formaction=//evil.example>x",
    "a\u200b\u200d\ufeff\u00ad\u0301b\ufffd",
    f"x\r\nEND:VCALENDAR\r\nSet-Cookie: x=1\r\n\r\n<script>{HURT}</script>",
    "__proto__",
    "constructor",
    "\"",
    "'",
    "<",
    "&",
    "\\",
    "{ }} [[ | ` % # ; , ~~ * $",
]

# Names of files in static/ that a system can hold.
FILES = [
    f"x\"><img src=x onerror={HURT}>.txt",
    f"x' onclick='{HURT}.txt",
    f"javascript:{HURT}.txt",
    "..%2f..%2fescaped.txt",
    "...txt",
    "a\\..\\b.txt",
    "a b&c#d?e%41.txt",
    "line\nbreak\r: x.txt",
    "=1+1.txt",
    "日本 語.txt",
    "-rf",
]

# Addresses that a field for addresses takes.
URLS = [
    f"https://evil.example/\"><script>{HURT}</script>",
    f"https://evil.example/'onclick='{HURT}",
    f"https://evil.example/</script><script>{HURT}</script>",
    f"HTTP://evil.example/?a=1&b={{{{7*7}}}}#javascript:{HURT}",
    f"https://evil.example/javascript:{HURT}",
    "https://evil.example/]]>&amp;<x>",
]

# Of a note, in the Markdown that is allowed.
BODY = """## {plain} {{#s1}}

{plain}

- `{code}`
- [{plain}]({link} "{title}")
- [{plain}](<{link}>)
- [[meeting:m{n}|{ref}]] and [[track:t{n}]] and [[organization:o{n}]] and [[person:p{n}]] and [[delegation:d{n}]]
- [[commitment:m{n}/c|{ref}]] and [[document:doc{n}|{ref}]] and [[redacted: {ref}; {ref}]]
- a note[^{label}]

```{info}
{code}
```

![{alt}](/picture.svg)

| {cell} | b |
|---|---|
| {cell} | `{cell}` |

{plain}

: {plain}

<abbr title="{attribute}">{plain}</abbr>

[^{label}]: {plain}
"""


def in_markdown(text):
    """A text with a backslash before each sign, so that Markdown takes it as it is."""
    return "".join("\\" + c if c in r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~""" else c for c in text).replace("\t", " ")


def in_attribute(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def without(text, signs):
    return "".join(c for c in text if c not in signs).replace("\t", " ").strip() or "x"


def body(number, text):
    text = " ".join(text.split("\r\n"))
    return BODY.format(
        n=number,
        link="https://evil.example/" + in_markdown(without(text, "\u2028\u2029").replace(" ", "")),
        title=in_markdown(text),
        plain=in_markdown(text),
        code=without(text, "`\n"),
        ref=in_markdown(without(text, "[]|;<>")),
        label=without(text, "[]^ `<>\\&*_~{}|\u2028\u2029"),
        info=in_attribute(without(text, "`~\\{}")),
        alt=in_markdown(text),
        cell=in_markdown(without(text, "|`")),
        attribute=in_attribute(text),
    )


def both(text):
    return {"en": text, "ja": text}


def note(front, text):
    # JSON is YAML; without escapes for what is no ASCII the texts stand in the file as they are.
    return f"---\n{json.dumps(front, ensure_ascii=False)}\n---\n{text}"


def meeting(number, text, url, file):
    """The facts and texts of a meeting, and the texts alone."""
    at = f"{2000 + number // 12}-{number % 12 + 1:02}"
    texts = {
        "title": text,
        "summary": text,
        "place": text,
        "version": {"by": text},
        "corrections": [{"date": f"{at}-20", "note": text}],
    }
    commitment = {"id": "c", "text": text, "verb": text, "due": {"text": text}}
    assessment = {"note": text}
    document = {"id": f"doc{number}", "title": text, "publisher": text}
    facts = {
        "number": number + 1,
        "level": f"level-{number}",
        "dialogue": f"dialogue-{number}",
        "date": f"{at}-15",
        "host": f"d{number}",
        "delegations": {
            f"d{number}": {"heads": [{"person": f"p{number}", "as": text}], "organizations": [f"o{number}"]},
            "other": {"others": True},
        },
    }
    lineage = {"continues": [f"m{number - 1}/c"], "related": [f"m{number // 2}/c"]} if number else {}
    english = {
        **texts,
        **facts,
        "commitments": [{
            **commitment,
            **lineage,
            "due": {"text": text, "by": f"{at}-28"},
            "kind": "undertaking",
            "track": f"t{number}",
            "delegations": [f"d{number}", "other"],
            "organizations": [f"o{number}"],
            "forums": [text],
            "assessments": [{
                **assessment, "status": "fulfilled", "date": f"{at}-21", "by": f"d{number}", "source": f"doc{number}",
            }],
        }],
        "documents": [{**document, "url": url, "archived": url, "file": file, "language": "en", "date": f"{at}-16"}],
    }
    japanese = {**texts, "commitments": [{**commitment, "assessments": [assessment]}], "documents": [document]}
    return english, japanese


def registries(texts, urls):
    numbers = range(len(texts))
    of = lambda kind, make: {f"{kind}{n}": make(n, both(texts[n])) for n in numbers}
    url = lambda n: urls[n % len(urls)]
    delegations = of("d", lambda n, text: {"name": text, "kind": "government"})
    dialogues = of("dialogue-", lambda n, text: {
        "title": text, "abbreviation": texts[n], "summary": text, "parties": [f"d{n}", "other"],
        "names": [{"until": "1999-12-31", "title": text}],
    })
    organizations = of("o", lambda n, text: {
        "delegation": f"d{n}", "name": text, "abbreviation": f"{texts[n]}", "reading": "かな・カナー", "url": url(n),
        "names": [{"until": "1999-12-31", "name": text}],
    })
    people = of("p", lambda n, text: {
        "name": text, "family": text, "given": text, "reading": "かな・カナー",
        "roles": [{"organization": f"o{n}", "title": text}],
    })
    site = {
        "title": both(texts[1]), "description": both(texts[0]), "publisher": both(texts[3]),
        "base_url": "https://archive.example/a/b/", "license": {"name": both(texts[6]), "url": url(2)},
        "levels": {f"level-{n}": both(texts[n]) for n in numbers},
    }
    return {
        "site.yaml": site,
        "delegations.yaml": {**delegations, "other": {"name": both("Other")}},
        "dialogues.yaml": dialogues,
        "organizations.yaml": organizations,
        "people.yaml": people,
        "tracks.yaml": of("t", lambda n, text: {"title": text, "summary": text}),
        "glossary.yaml": [{"en": text + f" {n}", "ja": text + f" {n}", "note": both(text)} for n, text in enumerate(texts)],
    }


def write(folder, kind):
    texts, files, urls = TEXTS, FILES, URLS
    if kind == "harmless":
        # What is ruby with an attack in it is ruby in the twin.
        texts = [f"{{word {n}|word}}" if text.startswith("{<") else f"word {n}" for n, text in enumerate(TEXTS)]
        files = [f"file-{n}.txt" for n in range(len(FILES))]
        urls = [f"https://other.example/{n}" for n in range(len(URLS))]
    content = pathlib.Path(folder) / "content"
    for sub in ("meetings", "pages", "static"):
        (content / sub).mkdir(parents=True)
    for name, registry in registries(texts, urls).items():
        (content / name).write_text(json.dumps(registry, ensure_ascii=False))
    for name in files:
        (content / "static" / name).write_text("harmless\n")
    for name in ("favicon.svg", "picture.svg"):
        (content / "static" / name).write_text('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')
    for n, text in enumerate(texts):
        sides = meeting(n, text, urls[n % len(urls)], files[n % len(files)])
        for lang, front in zip(("en", "ja"), sides):
            (content / "meetings" / f"m{n}.{lang}.md").write_text(note(front, body(n, text)))
            page = {"title": text, "summary": text, "version": {"by": text}}
            (content / "pages" / f"page-{n}.{lang}.md").write_text(note(page, body(n, text)))


if __name__ == "__main__":
    write(sys.argv[2], sys.argv[1])
