// How much a query moves in an archive of 1,000 meetings, and how long it takes. Exits with 1 where it is too much.

import { DESK, launch, open } from "./browser.mjs";
import { serve } from "./site.mjs";

const PROMISED = 300_000;
const QUERIES = [
  ["en", "security"],
  ["en", "policy network"],
  ["en", "cooperation framework progress"],
  ["ja", "政策"],
  ["ja", "情報の基盤と標準化"],
  ["ja", "産業界の取組 安全な利用"],
  ["ja", "policy"],
];

const site = await serve(process.env.TAIWA_SITE);
const browser = await launch();
let isKept = true;
for (const [lang, query] of QUERIES) {
  // Nothing is kept from one query to the next.
  const context = await browser.newContext(DESK);
  const { page } = await open(context, `${site.base}${lang}/search/`);
  // As a server sends them that does not compress.
  const bodies = [];
  page.on("response", (response) => bodies.push(response.body()));
  const start = performance.now();
  await page.getByRole("searchbox").fill(query);
  await page.locator(".results > li").first().waitFor();
  const time = performance.now() - start;
  const sizes = (await Promise.all(bodies)).map((body) => body.length);
  const moved = sizes.reduce((sum, size) => sum + size, 0);
  const found = await page.locator(".found").innerText();
  console.log(`${lang} “${query}”: ${found}, ${(moved / 1000).toFixed(0)} kB in ${sizes.length} files, ${time.toFixed(0)} ms`);
  isKept &&= moved > 0 && moved < PROMISED;
  await context.close();
}
await browser.close();
await site.stop();
process.exitCode = isKept ? 0 : 1;
