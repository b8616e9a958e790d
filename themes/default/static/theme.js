// The script of the default theme: the switch between light and dark, the buttons that copy, the way to the other language
// and to the search, where one is on the page, and cards of what links lead to. Reading needs none of it.
// It stands in <head>, before the style, so that a page is painted in the chosen colours from the start.
(() => {
  "use strict";
  const KEY = "taiwa-theme";
  const page = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  // What the style shows of it: a control is there only where it works.
  page.dataset.script = navigator.clipboard ? "theme copy" : "theme";

  // The choice, where it is not what the system asks for anyway. Where storage is refused, it lasts as long as the page.
  let chosen = "";

  function recall() {
    try {
      const kept = localStorage.getItem(KEY);
      chosen = kept === "dark" || kept === "light" ? kept : "";
    } catch {
      // The choice stays what it was.
    }
    show();
  }

  function keep() {
    try {
      if (chosen) localStorage.setItem(KEY, chosen);
      else localStorage.removeItem(KEY);
    } catch {
      // It is shown all the same.
    }
  }

  function isDark() {
    return chosen ? chosen === "dark" : system.matches;
  }

  function show() {
    if (chosen) page.dataset.theme = chosen;
    else delete page.dataset.theme;
    for (const button of document.querySelectorAll("button.theme")) {
      button.setAttribute("aria-pressed", String(isDark()));
    }
  }

  // Who asks for what the system has follows the system again.
  function turn() {
    const wanted = isDark() ? "light" : "dark";
    chosen = wanted === (system.matches ? "dark" : "light") ? "" : wanted;
    keep();
    show();
  }

  async function copy(button) {
    const text = button.dataset.copy
      ? document.getElementById(button.dataset.copy).textContent.trim()
      : button.previousElementSibling.href;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Refused: the plain links come back.
      page.dataset.script = "theme";
      button.previousElementSibling?.focus();
      return;
    }
    tell(button.dataset.done);
  }

  let timer;

  function tell(words) {
    const said = document.querySelector(".said");
    clearTimeout(timer);
    // Emptied first, so that the same words are spoken again.
    said.textContent = "";
    setTimeout(() => (said.textContent = words), 50);
    timer = setTimeout(() => (said.textContent = ""), 5000);
  }

  // The switch of languages leads to the same place of the page, with what was asked for there.
  function carry() {
    const link = document.querySelector(".switch a");
    if (!link) return;
    link.dataset.page ??= link.getAttribute("href").replace(/[?#].*$/, "");
    const at = place();
    link.setAttribute("href", link.dataset.page + location.search + (at ? `#${at}` : ""));
  }

  // What the address names or, further down, the last part of the page that begins above the middle of the window.
  function place() {
    const named = document.querySelector("main :target")?.getBoundingClientRect();
    const isSeen = named && named.bottom > 0 && named.top < innerHeight;
    if (scrollY < 200 || isSeen) return location.hash.slice(1);
    const above = [...document.querySelectorAll("main [id]")].filter((part) => part.getBoundingClientRect().top < innerHeight / 2);
    return encodeURIComponent(above.at(-1)?.id ?? "");
  }

  // The contents list marks the part of the page that one reads.
  function mark() {
    const links = [...document.querySelectorAll(".contents a")];
    const parts = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
    const here = parts.findLastIndex((part) => part && part.getBoundingClientRect().top < innerHeight / 3);
    for (const [at, link] of links.entries()) {
      if (at === here) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
    const [list, link] = [document.querySelector(".contents"), links[here]];
    if (link && list.scrollHeight > list.clientHeight) list.scrollTop = link.offsetTop - list.clientHeight / 2;
  }

  let settling;

  function settle() {
    carry();
    mark();
  }

  function settleSoon() {
    hide();
    clearTimeout(settling);
    settling = setTimeout(settle, 150);
  }

  // Cards: a link to a person, a body, a track, a delegation or a term shows the head of its page where one rests on it.
  const CARDED = /\/(people|organizations|delegations|tracks)\/[^/]+\/$|\/glossary\/#./;
  const pages = new Map();
  let card;
  let coming;
  let going;

  async function pageOf(address) {
    if (!pages.has(address)) {
      const text = fetch(address).then((answer) => (answer.ok ? answer.text() : ""));
      pages.set(address, text.then((text) => new DOMParser().parseFromString(text, "text/html")).catch(() => null));
    }
    return pages.get(address);
  }

  // What a card shows of a page, without anything that could be reached in it.
  function headOf(found, hash) {
    const term = hash && found.getElementById(decodeURIComponent(hash.slice(1)));
    const parts = term ? [term] : found.querySelectorAll("main > :is(.kicker, h1, .lede, .facts, .roles:nth-child(3))");
    return [...parts].map((part) => {
      const copy = document.createElement(part.localName === "h1" ? "strong" : "div");
      copy.className = part.className;
      copy.append(...part.cloneNode(true).childNodes);
      copy.querySelectorAll("details, h2, li:nth-child(n + 4)").forEach((it) => it.remove());
      copy.querySelectorAll("[id]").forEach((it) => it.removeAttribute("id"));
      copy.querySelectorAll("a").forEach((it) => it.replaceWith(...it.childNodes));
      return copy;
    });
  }

  async function present(link) {
    const found = await pageOf(link.href.replace(/#.*/, ""));
    const head = found ? headOf(found, link.hash) : [];
    if (head.length === 0 || coming !== link) return;
    if (!card) {
      card = document.body.appendChild(document.createElement("div"));
      card.popover = "manual";
      card.className = "card";
      // Who hears the page follows the link.
      card.setAttribute("aria-hidden", "true");
      card.addEventListener("pointerenter", () => clearTimeout(going));
      card.addEventListener("pointerleave", hideSoon);
    }
    card.lang = found.documentElement.lang;
    card.replaceChildren(...head);
    card.showPopover();
    const at = link.getClientRects()[0];
    const { offsetWidth: width, offsetHeight: height } = card;
    const isBelow = at.bottom + 8 + height < innerHeight || at.top < height + 8;
    card.style.left = `${Math.max(8, Math.min(at.left, document.documentElement.clientWidth - width - 8))}px`;
    card.style.top = `${isBelow ? at.bottom + 8 : at.top - height - 8}px`;
  }

  function approach(event) {
    const link = event.target.closest?.("main a[href]");
    if (!link || link === coming || event.pointerType === "touch") return;
    const isOther = link.origin === location.origin && link.pathname !== location.pathname;
    if (!isOther || !CARDED.test(link.pathname + link.hash) || !HTMLElement.prototype.showPopover) return;
    hide();
    coming = link;
    setTimeout(() => coming === link && present(link), 400);
  }

  function hide() {
    coming = undefined;
    clearTimeout(going);
    if (card?.matches(":popover-open")) card.hidePopover();
  }

  function hideSoon() {
    clearTimeout(going);
    going = setTimeout(hide, 300);
  }

  // From a link to its card, a pointer crosses what is neither.
  function leave(event) {
    if (coming && event.target.closest?.("a") === coming && !coming.contains(event.relatedTarget)) hideSoon();
  }

  // Where nobody is writing, `/` leads to the search.
  function seek(event) {
    const isWriting = event.target.closest?.("input, select, textarea, [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isWriting) return;
    const fields = [...document.querySelectorAll("input[type=search]")].reverse();
    const field = fields.find((field) => field.checkVisibility());
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.select();
  }

  recall();
  addEventListener("hashchange", carry);
  addEventListener("popstate", carry);
  addEventListener("addresschange", carry);
  addEventListener("scroll", settleSoon, { passive: true });
  document.addEventListener("DOMContentLoaded", settle);
  document.addEventListener("keydown", seek);
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  for (const arrival of ["pointerover", "focusin"]) document.addEventListener(arrival, approach);
  for (const departure of ["pointerout", "focusout"]) document.addEventListener(departure, leave);
  document.addEventListener("DOMContentLoaded", show);
  system.addEventListener("change", show);
  // Another tab, or a page that comes back as it was left.
  addEventListener("storage", (event) => (event.key === KEY || event.key === null) && recall());
  addEventListener("pageshow", (event) => event.persisted && recall());
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.matches(".theme")) turn();
    else if (button?.matches(".copy")) copy(button);
  });
})();
