// Takes the pictures of the README: one file for each row of the list.

import { join } from "node:path";

import { DESK, PHONE, launch, open } from "./browser.mjs";
import { MEETING } from "./pages.mjs";
import { serve } from "./site.mjs";

const PICTURES = [
  { name: "home", path: "en/", device: DESK, colorScheme: "light" },
  { name: "meeting", path: `ja/${MEETING}`, device: PHONE, colorScheme: "dark" },
  { name: "search", path: "en/search/?q=cloud", device: DESK, colorScheme: "light", shows: ".results > li" },
];

const folder = process.argv[2];
const site = await serve(process.env.TAIWA_SITE, "/dialogue/");
const browser = await launch();
for (const { name, path, device, colorScheme, shows } of PICTURES) {
  const context = await browser.newContext({ ...device, colorScheme });
  const { page } = await open(context, site.base + path);
  if (shows) await page.locator(shows).first().waitFor();
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
}
await browser.close();
await site.stop();
