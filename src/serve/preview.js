// Keeps an open page of the preview up to date. It stands in pages of `taiwa serve` alone, never in those of a build.
(() => {
  "use strict";

  const { run, number, file, shown, editor } = document.currentScript.dataset;
  const words = {
    en: {
      follow: "Follow the record being edited",
      preview: "Preview",
      close: "Close",
      broken: "The content has errors",
      stays: "Until they are mended, the last good page stays.",
      more: (n) => `and ${n} more`,
      edit: (path, line) => `Open ${path}, line ${line}, in the editor`,
    },
    ja: {
      follow: "編集中の記録を追って表示する",
      preview: "プレビュー",
      close: "閉じる",
      broken: "内容にエラーがあります",
      stays: "修正されるまで、エラーが起きる前のページを表示しています。",
      more: (n) => `ほか${n}件`,
      edit: (path, line) => `${path}の${line}行目をエディターで開く`,
    },
  };
  const lang = document.documentElement.lang === "ja" ? "ja" : "en";
  const say = words[lang];

  // How far this page has come; a server that was started anew counts anew.
  let known = { run, number: Number(number) };
  let stream = null;
  let reported = "";
  let linked = "";

  /** Makes an element; texts are set as texts, never as HTML. */
  function make(name, attributes = {}, ...inner) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...inner);
    return element;
  }

  function remembered() {
    try {
      return sessionStorage.getItem("taiwa-follow") === "yes";
    } catch {
      return false;
    }
  }

  function remember(follows) {
    try {
      sessionStorage.setItem("taiwa-follow", follows ? "yes" : "no");
    } catch {
      // Where nothing may be kept, the switch is good for this page.
    }
  }

  const follow = make("input", { type: "checkbox" });
  follow.checked = remembered();
  follow.addEventListener("change", () => remember(follow.checked));
  const bar = make(
    "aside",
    { class: "taiwa-preview-bar", "aria-label": say.preview, lang },
    make("strong", {}, say.preview),
    make("label", {}, follow, ` ${say.follow}`),
  );
  // Screen readers tell what is put into a region that was there before.
  const board = make("div", { class: "taiwa-preview-board", role: "alert", lang });

  function begin() {
    document.head.append(make("link", { rel: "stylesheet", href: "/_taiwa/preview.css" }));
    document.documentElement.classList.add("taiwa-preview");
    document.body.append(board, bar);
    document.addEventListener("visibilitychange", listen);
    addEventListener("pageshow", listen);
    addEventListener("pagehide", hush);
    addEventListener("keydown", (event) => event.key === "Escape" && board.replaceChildren());
    listen();
  }

  /** A browser has few connections to a server: only a page that can be seen holds one. */
  function listen() {
    if (document.visibilityState === "hidden") {
      hush();
    } else if (!stream || stream.readyState === EventSource.CLOSED) {
      stream = new EventSource(`/_taiwa/events?file=${encodeURIComponent(file)}`);
      stream.addEventListener("message", (event) => heed(JSON.parse(event.data)));
      stream.addEventListener("error", () => {
        // A stream that was refused is not asked for again by itself.
        if (stream?.readyState === EventSource.CLOSED) setTimeout(listen, 1000);
      });
    }
  }

  function hush() {
    stream?.close();
    stream = null;
  }

  function heed(news) {
    const isNew = news.run === known.run && news.number > known.number;
    known = { run: news.run, number: news.number };
    if (isNew && follow.checked && go(news.edited)) return;
    if (news.shown !== null && news.shown !== shown) {
      hush();
      location.reload();
      return;
    }
    restyle(news.styles);
    link(news.places);
    tell(news.failure);
  }

  /** The address that opens a file of the archive in the editor. */
  function address({ path, line, column }) {
    const values = { path: path.split("/").map(encodeURIComponent).join("/"), line, column };
    return editor.replace(/\{(path|line|column)\}/g, (_, name) => values[name]);
  }

  /** Puts a link beside each element whose line is known. It takes no room, and is seen when it is pointed at or focused. */
  function link(places) {
    const text = JSON.stringify(places);
    if (!editor || text === linked) return;
    linked = text;
    for (const old of document.querySelectorAll(".taiwa-preview-edit")) old.remove();
    for (const place of places) {
      const element = document.querySelector(place.element);
      if (!element) continue;
      const label = say.edit(place.path, place.line);
      const mark = make("span", { "aria-hidden": "true" }, "✎");
      put(element, make("a", { class: "taiwa-preview-edit", href: address(place), "aria-label": label, lang }, mark));
    }
  }

  function put(element, anchor) {
    if (/^H[1-6]$/.test(element.tagName)) {
      // A heading is what it says: those who go from heading to heading do not hear of the editor.
      const box = element.closest(".heading");
      anchor.classList.add("beside");
      if (box) box.append(anchor);
      else element.after(anchor);
    } else if (["PRE", "DIV", "TABLE", "TIME"].includes(element.tagName)) {
      // Inside, it would be copied with the code, or be cut off with what is moved sideways.
      anchor.classList.toggle("below", element.tagName !== "TIME");
      element.after(anchor);
    } else {
      element.append(anchor);
    }
  }

  /** Goes to the page of the note that was saved; of its languages, this page's own. Whether it goes. */
  function go(edited) {
    const below = (address) => address.replace(/^(.*?\/)(en|ja)\//, "$1");
    if (new Set(edited.map(below)).size !== 1) return false;
    const own = edited.find((address) => new RegExp(`/${lang}/`).test(address));
    const address = edited.length > 1 ? (own ?? edited[0]) : edited[0];
    if (address === decodeURI(location.pathname)) return false;
    hush();
    location.assign(address);
    return true;
  }

  /** Styles have a hash in their name: another hash, and the page has another style, without a reload. */
  function restyle(styles) {
    const stem = (address) => address.replace(/\.[0-9a-f]{10}(\.css)$/, "$1");
    for (const link of document.querySelectorAll('link[rel="stylesheet"]')) {
      const href = link.getAttribute("href");
      const style = styles.find((style) => stem(href).endsWith(stem(style)));
      if (!style || href.endsWith(style)) continue;
      const root = stem(href).slice(0, -stem(style).length);
      const fresh = link.cloneNode();
      fresh.setAttribute("href", root + style);
      // The old one goes when the new one is there: the page never stands without.
      fresh.addEventListener("load", () => link.remove());
      link.after(fresh);
    }
  }

  /** Shows what is wrong over the page, or takes it away. What was reported and closed is not reported again. */
  function tell(failure) {
    const text = failure ? JSON.stringify(failure) : "";
    if (text === reported) return;
    reported = text;
    board.replaceChildren();
    if (!failure) return;
    const close = make("button", { type: "button" }, say.close);
    close.addEventListener("click", () => board.replaceChildren());
    const list = make("ol", { lang: "en" }, ...failure.problems.map(problem));
    const inside = [make("h2", {}, say.broken), make("p", {}, say.stays), close];
    if (failure.message) inside.push(make("p", { lang: "en", class: "whole" }, failure.message));
    inside.push(list);
    if (failure.more > 0) inside.push(make("p", {}, say.more(failure.more)));
    board.append(make("section", { tabindex: "0", "aria-label": say.broken }, ...inside));
  }

  function problem(it) {
    const head = make(
      "p",
      { class: `head ${it.severity}` },
      make("strong", {}, `${it.severity}[${it.code}]`),
      `: ${it.message}`,
    );
    const item = make("li", {}, head, ...place(it));
    for (const related of it.related) item.append(make("p", {}, `${related.message}:`), ...place(related));
    if (it.help) item.append(make("p", {}, make("strong", {}, "help"), `: ${it.help}`));
    return item;
  }

  /** Where it is, and the line with what is meant. */
  function place({ path, line, column, before, marked, after }) {
    const name = `${path}:${line}:${column}`;
    const inside = editor ? make("a", { href: address({ path, line, column }) }, name) : name;
    const where = make("p", { class: "where" }, inside);
    if (before + marked + after === "") return [where];
    const mark = make("mark", marked === "" ? { class: "point" } : {}, marked);
    const number = make("span", { class: "number", "aria-hidden": "true" }, `${line} | `);
    const text = make("code", { lang: path.includes(".ja.") ? "ja" : "en" }, before, mark, after);
    return [where, make("pre", {}, number, text)];
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
