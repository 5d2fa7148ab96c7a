/** What `Session.post("Profiler.stop")` returns. */
export type CpuProfile = {
  nodes: { id: number; callFrame: Frame }[];
  samples: number[];
  timeDeltas: number[];
};

type Frame = { functionName: string; url: string; lineNumber: number; columnNumber: number };

/** The source file of a function, before it was bundled. */
export type Locate = (frame: Frame) => string;

export type Part = { name: string; share: number; functions: { name: string; share: number }[] };

/** Of V8, and of the profiler itself. */
const NOT_COUNTED = ["(idle)", "dispatch"];
const TOP = 3;

/** The first part whose pattern the source matches. */
const parts: [string, RegExp][] = [
  ["JSON", /profile-preload\.mjs$/],
  [
    "HTTP and sockets of Node",
    /^node:(_?http|_?stream|net|internal\/(http|net|stream|webstreams|deps\/undici|url|js_stream|fetch))/,
  ],
  ["Node, other", /^node:/],
  ["zod", /node_modules\/zod\//],
  ["PostgreSQL driver", /node_modules\/(pg|pg-[\w-]+|postgres-[\w-]+|@neondatabase)\//],
  // Its own source maps name its files without its folder.
  ["Drizzle", /node_modules\/(drizzle-orm|src)\//],
  ["temporal", /node_modules\/(temporal-|rrule-temporal)/],
  ["React", /node_modules\/(react|react-dom|scheduler)\/|node_modules\/next\/dist\/compiled\/react/],
  ["Next", /node_modules\/next\//],
  ["other packages", /node_modules\//],
  ["our kernel", /(^|\/)lib\/kernel\//],
  ["our domain", /(^|\/)lib\/domain\//],
  ["our contracts", /(^|\/)lib\/contracts\//],
  ["our values", /(^|\/)lib\/values\//],
  ["our db", /(^|\/)db\//],
  ["our jobs", /(^|\/)inngest\//],
  ["our pages", /(^|\/)(app|components|lib\/client)\//],
];

/** Self time by part, largest first. Idle time does not count. */
export function partsOf({ nodes, samples, timeDeltas }: CpuProfile, locate: Locate): Part[] {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const by_part = new Map<string, Map<string, number>>();
  let total = 0;
  for (const [at, id] of samples.entries()) {
    const frame = frames.get(id);
    if (!frame || (frame.url === "" && NOT_COUNTED.includes(frame.functionName))) continue;
    const spent = timeDeltas[at] ?? 0;
    total += spent;
    const source = locate(frame);
    const functions = by_part.get(partOf(frame, source)) ?? new Map<string, number>();
    by_part.set(partOf(frame, source), functions);
    const name = nameOf(frame, source);
    functions.set(name, (functions.get(name) ?? 0) + spent);
  }
  return Array.from(by_part, ([name, functions]) => {
    const sorted = Array.from(functions, ([of, spent]) => ({ name: of, share: spent / total })).sort(byShare);
    return { name, share: sorted.reduce((sum, one) => sum + one.share, 0), functions: sorted.slice(0, TOP) };
  }).sort(byShare);
}

const byShare = (a: { share: number }, b: { share: number }): number => b.share - a.share;

function partOf({ functionName }: Frame, source: string): string {
  if (functionName === "(garbage collector)") return "garbage collector";
  if (functionName.startsWith("RegExp: ")) return "regular expressions";
  if (source === "") return "native code";
  return parts.find(([, pattern]) => pattern.test(source))?.[0] ?? "not located";
}

const nameOf = ({ functionName }: Frame, source: string): string =>
  [functionName.slice(0, 30) || "(anonymous)", source.split("/").slice(-2).join("/")].filter(Boolean).join(" ");
