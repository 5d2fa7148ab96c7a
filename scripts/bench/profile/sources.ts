import { existsSync, readFileSync } from "node:fs";
import { SourceMap, type SourceMapPayload } from "node:module";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Locate } from "./parts";

/** The build leaves the source maps here and packs the release without them. The names of the files contain a hash. */
const MAPS = [".next/server/chunks/ssr", ".next/server/chunks", ".next/server"];

/** Finds the source of a bundled function by the source map of its file. */
export function locator(): Locate {
  const maps = new Map<string, SourceMap | null>();
  return ({ url, lineNumber, columnNumber }) => {
    if (!url.includes("/.next/server/")) return url;
    const map = maps.get(url) ?? mapOf(url);
    maps.set(url, map);
    const entry = map?.findEntry(lineNumber, columnNumber);
    const source = entry && "originalSource" in entry ? entry.originalSource : url;
    return decodeURIComponent(source);
  };
}

function mapOf(url: string): SourceMap | null {
  const file = url.startsWith("file:") ? fileURLToPath(url) : url;
  const beside = `${file}.map`;
  const found = [beside, ...MAPS.map((folder) => join(process.cwd(), folder, basename(beside)))].find(existsSync);
  return found ? new SourceMap(JSON.parse(readFileSync(found, "utf8")) as SourceMapPayload) : null;
}
