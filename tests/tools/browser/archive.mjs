// An archive made for a test, built by the program and served as a site.

import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

import { serve } from "./site.mjs";

/** Builds an archive with these files below content/, as texts or as values to be written as YAML; gives its address, its folder, and how to remove it. */
export async function archive(files) {
  const root = await mkdtemp(join(tmpdir(), "taiwa-archive-"));
  for (const [path, content] of Object.entries(files)) {
    const file = join(root, "content", path);
    await mkdir(dirname(file), { recursive: true });
    // Every JSON is YAML.
    await writeFile(file, typeof content === "string" ? content : JSON.stringify(content));
  }
  await cp(new URL("../../../themes", import.meta.url), join(root, "themes"), { recursive: true });
  await promisify(execFile)(process.env.TAIWA_PROGRAM, ["build", "--quiet", "--root", root]);
  const folder = join(root, "output");
  const { base, stop } = await serve(folder);
  const remove = async () => {
    await stop();
    await rm(root, { recursive: true, force: true });
  };
  return { base, folder, remove };
}

/** A note: its front matter and its body. */
export const note = (front, body = "") => `---\n${JSON.stringify(front)}\n---\n${body}`;
