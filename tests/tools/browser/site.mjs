// The built archive on a plain static server, below a path, with the strict policy that its pages promise to work under.
// It compresses what it sends, as servers do.

import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

export const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'";

const TYPES = {
  ".bin": "application/octet-stream",
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".tbx": "application/xml",
  ".tmx": "application/xml",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml",
};

/**
 * Serves a folder below a path such as `/a/b/`; gives the address of the path, and how to stop.
 * Before each of the texts in `pauses`, a page is kept back until what was sent before it has been painted.
 */
export async function serve(folder, prefix = "/", { pauses = [] } = {}) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const file = path.startsWith(prefix) ? await find(folder, path.slice(prefix.length)) : null;
    response.setHeader("content-security-policy", POLICY);
    if (file === "folder") {
      response.writeHead(301, { location: `${path}/` }).end();
      return;
    }
    const body = await readFile(file ?? join(folder, "404.html"));
    response.setHeader("content-type", TYPES[extname(file ?? "404.html")] ?? "application/octet-stream");
    if (pauses.length > 0 && extname(file ?? "") === ".html") {
      response.writeHead(200);
      for (const piece of pieces(body.toString(), pauses)) {
        response.write(piece);
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
      response.end();
      return;
    }
    const takesGzip = /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
    if (takesGzip) response.setHeader("content-encoding", "gzip");
    response.writeHead(file ? 200 : 404).end(takesGzip ? gzipSync(body) : body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${server.address().port}${prefix}`;
  return { base, stop: () => new Promise((resolve) => server.close(resolve)) };
}

/** A text, cut before the first place of each of the marks. */
function pieces(text, marks) {
  const cuts = marks.map((mark) => text.indexOf(mark)).filter((at) => at > 0);
  const ends = [...cuts.sort((a, b) => a - b), text.length];
  return ends.map((end, i) => text.slice(i === 0 ? 0 : ends[i - 1], end));
}

async function find(folder, path) {
  const file = normalize(join(folder, path));
  if (!file.startsWith(normalize(folder))) return null;
  const there = await stat(file).catch(() => null);
  if (!there) return null;
  if (!there.isDirectory()) return file;
  if (path !== "" && !path.endsWith("/")) return "folder";
  const index = join(file, "index.html");
  return (await stat(index).catch(() => null)) ? index : null;
}
