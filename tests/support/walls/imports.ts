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

/** `@aws-sdk/client-s3/x` is the package `@aws-sdk/client-s3`. */
export function packageOf(wanted: string): string {
  return wanted
    .split("/")
    .slice(0, wanted.startsWith("@") ? 2 : 1)
    .join("/");
}
