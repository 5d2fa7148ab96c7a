import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { LargeScale } from "@/db/seed/large";
import { type AgainstOptions, againstOptions } from "./against/options";

export type BenchOptions = {
  is_small: boolean;
  scale: LargeScale;
  /** Requests per measurement. */
  requests: number;
  connections: number[];
  /** Processes of the server. */
  processes: number;
  port: number | null;
  /** Folder for profiles and plans. */
  out: string | null;
  cpu_prof: boolean;
  only: string | null;
  /** An existing build to measure, instead of building the sources. */
  release: string | null;
  against: AgainstOptions | null;
};

const usage = `npm run bench -- [--small] [--only <scenario>] [--connections 1,32] [--processes 2] [--out <folder>] [--cpu-prof]
npm run bench -- --against <url> --token <file> [--only <scenario>] [--seconds 8] [--repetitions 3]

  --small        quick run: 12,000 members and 60,000 visits instead of 100,000 and 1,000,000
  --only         one scenario, by a part of its name; without a build: \`jobs\` (the embedded executor), \`import\`, \`billing\`, \`gateways\`
  --connections  how many at once; budgets apply to the last number
  --requests     of one measurement; 2,000, or 400 with --small
  --processes    of the server; as many as the machine has cores, and one with --cpu-prof
  --port         of the server
  --out          writes the statements of every request and their plans into this folder
  --release      a folder of .release/ to measure, instead of building the sources
  --cpu-prof     also writes a CPU profile of the server for each scenario, and prints it by part (needs --out)
  --against      another server on this machine: its requests and ours take turns (docs/performance.md)
  --token        a file with the other server's bearer token; active_org1.txt beside it lists members to check in`;

export function benchOptions(argv: string[]): BenchOptions {
  const { values } = parseArgs({
    args: argv,
    options: {
      small: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
      "cpu-prof": { type: "boolean", default: false },
      connections: { type: "string", default: "1,32" },
      processes: { type: "string" },
      requests: { type: "string" },
      only: { type: "string" },
      out: { type: "string" },
      port: { type: "string" },
      release: { type: "string" },
      against: { type: "string" },
      token: { type: "string" },
      seconds: { type: "string", default: "8" },
      repetitions: { type: "string", default: "3" },
    },
  });
  if (values.help) throw new Error(usage);
  if (values["cpu-prof"] && !values.out) throw new Error(`--cpu-prof needs --out <folder>.\n\n${usage}`);
  const is_small = values.small;
  return {
    is_small,
    scale: is_small
      ? { members: 12_000, visits: 60_000, small_gyms: 3 }
      : { members: 100_000, visits: 1_000_000, small_gyms: 19 },
    requests: Number(values.requests ?? (is_small ? 400 : 2_000)),
    connections: values.connections.split(",").map(Number),
    processes: values["cpu-prof"] ? 1 : Number(values.processes ?? availableParallelism()),
    port: values.port ? Number(values.port) : null,
    out: values.out ? resolve(values.out) : null,
    cpu_prof: values["cpu-prof"],
    only: values.only ?? null,
    release: values.release ? resolve(values.release) : null,
    against: againstOptions(values),
  };
}
