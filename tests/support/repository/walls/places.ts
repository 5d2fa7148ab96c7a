import { type Source, withoutComments } from "./source";

const LIMIT = 300;
const FORBIDDEN = new Set(["utils", "helpers", "common", "shared", "misc", "types", "services"]);

const OUTSIDE = /^(scripts|tests)\/|^[^/]+\.config\.(ts|mjs)$/;

/** What may occur in one place only, and where. NEXT_RUNTIME is no setting: the build puts a constant in its place. */
const PLACES: { what: string; pattern: RegExp; only: RegExp }[] = [
  { what: "new Date()", pattern: /\bnew Date\(\s*\)/, only: /^lib\/kernel\/clock\.ts$/ },
  // A page that goes on without signal needs the time of its own device.
  { what: "Date.now()", pattern: /\bDate\.now\(/, only: /^lib\/kernel\/clock\.ts$|^lib\/client\/clock\.ts$/ },
  { what: "Temporal.Now", pattern: /\bTemporal\.Now\b/, only: /^lib\/kernel\/clock\.ts$/ },
  { what: "process.env", pattern: /\bprocess\.env\b(?!\.NEXT_RUNTIME\b)/, only: /^lib\/kernel\/env\.ts$/ },
  // process-group.ts reads what was set before the application is loaded. The bundle of a browser is one.
  {
    what: "globalThis",
    pattern: /\bglobalThis\b/,
    only: /^lib\/kernel\/process-state\.ts$|^lib\/kernel\/process-group\.ts$|^instrumentation-client\.ts$/,
  },
  // Next's own link asks the server for every page that a link in view leads to.
  { what: "next/link", pattern: /["']next\/link["']/, only: /^components\/ui\/controls\/link\.tsx$/ },
];

export function misplaced({ path, text }: Source): string[] {
  if (OUTSIDE.test(path) || !/\.(ts|tsx|mjs)$/.test(path)) return [];
  const code = withoutComments(text);
  return PLACES.filter(({ pattern, only }) => pattern.test(code) && !only.test(path)).map(
    ({ what, only }) =>
      `${path} uses ${what}: only ${only.source.replace(/[\\^$]/g, "").replaceAll("|", " and ")} does`,
  );
}

export function forbiddenFolders({ path }: Source): string[] {
  return path
    .split("/")
    .slice(0, -1)
    .filter((folder) => FORBIDDEN.has(folder))
    .map((folder) => `${path} lies in ${folder}/: name the folder after what it holds`);
}

export function tooLong({ path, text }: Source): string[] {
  const lines = text.trimEnd().split("\n").length;
  if (lines <= LIMIT || path.startsWith("db/seed/")) return [];
  return [`${path} has ${lines} lines: ${LIMIT} at most`];
}
