// A headless Chromium, and what a page did in it.

import { createRequire } from "node:module";

const require = createRequire(`${process.env.TAIWA_BROWSER_TOOLS}/`);
const { chromium } = require("playwright-core");
const AxeBuilder = require("@axe-core/playwright").default;

export const DESK = { viewport: { width: 1280, height: 900 } };
export const PHONE = {
  viewport: { width: 375, height: 740 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

export function launch() {
  return chromium.launch({
    executablePath: process.env.TAIWA_CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--process-per-site"],
  });
}

const held = new WeakSet();

/** Keeps the process of a context's pages, for which a page without anything stays open: to start one takes as long as a page. */
async function hold(context) {
  if (held.has(context)) return;
  held.add(context);
  const page = await context.newPage();
  await page.route("**", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }));
  await page.goto("http://127.0.0.1/");
}

/** Opens a page and notes what it asked for, and what the console had to say. */
export async function open(context, address) {
  await hold(context);
  const page = await context.newPage();
  const said = [];
  const asked = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) said.push(message.text());
  });
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("request", (request) => asked.push(request.url()));
  const response = await page.goto(address, { waitUntil: "load" });
  return { page, response, said, asked };
}

/** How much of a page has moved since it began to load. */
export function shift(page) {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += entry.value;
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve(sum), 50);
      }),
  );
}

/** By how many pixels a page is wider than its window. */
export function sideways(page) {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
}

/** The rules that ask how colours stand to each other, which are other ones in the dark. All else is the same there. */
export const OF_COLOURS = ["color-contrast", "link-in-text-block"];

/** What axe finds wrong in a page, or in these parts of it, by all rules or only by some. */
export async function violations(page, { within = [], rules = null } = {}) {
  // Our pages have no frames. So axe need not open a page besides to put together what it found in each.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  for (const part of within) axe.include(part);
  if (rules) axe.withRules(rules);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
}
