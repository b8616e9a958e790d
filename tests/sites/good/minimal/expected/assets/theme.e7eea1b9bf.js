// The script of the default theme: the switch between light and dark, and the buttons that copy. Reading needs none of it.
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

  let carrying;

  function carrySoon() {
    clearTimeout(carrying);
    carrying = setTimeout(carry, 150);
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
  addEventListener("scroll", carrySoon, { passive: true });
  document.addEventListener("DOMContentLoaded", carry);
  document.addEventListener("keydown", seek);
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
