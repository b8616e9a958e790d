// Rates the main pages with Lighthouse, and asks for the marks that the project promises.

import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { COMMITMENT, LANGUAGES, MEETING } from "./pages.mjs";
import { serve } from "./site.mjs";

const PROMISED = { accessibility: 1, "best-practices": 1, seo: 1, performance: 0.98 };

const tool = (path) => import(pathToFileURL(join(process.env.TAIWA_BROWSER_TOOLS, "node_modules", path)));
const { default: lighthouse } = await tool("lighthouse/core/index.js");
const { launch } = await tool("chrome-launcher/dist/index.js");

const site = await serve(process.env.TAIWA_SITE, "/dialogue/");
const chrome = await launch({
  chromePath: process.env.TAIWA_CHROMIUM,
  chromeFlags: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
});
let isKept = true;
for (const lang of LANGUAGES) {
  for (const path of ["", MEETING, COMMITMENT, "search/"]) {
    const address = `${lang}/${path}`;
    const lhr = await rate(address);
    const marks = Object.entries(PROMISED).map(([category, promised]) => {
      const { score } = lhr.categories[category];
      if (!(score >= promised)) {
        isKept = false;
        tell(lhr, category);
      }
      return `${category} ${Math.round(score * 100)}`;
    });
    console.log(`/${address}: ${marks.join(", ")}`);
  }
}
await chrome.kill();
await site.stop();
process.exitCode = isKept ? 0 : 1;

/** The report on a page. Speed is measured again, at most twice, where it falls short: a busy machine is slow by itself. */
async function rate(address) {
  let report;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const { lhr } = await lighthouse(site.base + address, { port: chrome.port, logLevel: "silent" });
    report = lhr;
    if (lhr.categories.performance.score >= PROMISED.performance) break;
  }
  return report;
}

/** Names what a category takes off marks for. */
function tell(lhr, category) {
  for (const { id } of lhr.categories[category].auditRefs) {
    const { score, title, displayValue } = lhr.audits[id];
    if (score !== null && score < 1) console.log(`  ${category}: ${id} (${title}) ${displayValue ?? ""}`);
  }
}
