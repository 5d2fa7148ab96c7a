import { dirname, posix } from "node:path";
import { type Source, withoutComments } from "./source";

export type Import = { wanted: string; type_only: boolean };

const STATIC = /(?:^|[\n;])\s*(?:import|export)\s+(type\s+)?(?:[\w*{][^;"'`]*?from\s*)?["']([^"'\n]+)["']/g;
const DYNAMIC = /\b(?:import|require)\(\s*["'`]([^"'`\n]+)["'`]/g;

export function importsOf({ text }: Source): Import[] {
  const code = withoutComments(text);
  return [
    ...[...code.matchAll(STATIC)].map((match) => ({ wanted: match[2] ?? "", type_only: Boolean(match[1]) })),
    ...[...code.matchAll(DYNAMIC)].map((match) => ({ wanted: match[1] ?? "", type_only: false })),
  ];
}

/** The path from the root that an import means (without its ending), or null for a package. */
export function pathOf(wanted: string, from: string): string | null {
  if (wanted.startsWith("@/")) return wanted.slice(2);
  if (wanted.startsWith(".")) return posix.join(dirname(from), wanted);
  return null;
}

const ENDINGS = ["", ".ts", ".tsx", ".mjs", "/index.ts", "/index.tsx"];

/** The files that each file imports at run time. What is imported for its type alone is gone before anything runs. */
export function importGraph(sources: Source[]): Map<string, string[]> {
  const known = new Set(sources.map(({ path }) => path));
  return new Map(sources.map((source) => [source.path, targets(source, known)]));
}

function targets(source: Source, known: Set<string>): string[] {
  return importsOf(source).flatMap(({ wanted, type_only }) => {
    const path = type_only ? null : pathOf(wanted, source.path);
    const file = path && ENDINGS.map((ending) => path + ending).find((candidate) => known.has(candidate));
    return file ? [file] : [];
  });
}

/** `@aws-sdk/client-s3/x` is the package `@aws-sdk/client-s3`. */
export function packageOf(wanted: string): string {
  return wanted
    .split("/")
    .slice(0, wanted.startsWith("@") ? 2 : 1)
    .join("/");
}
