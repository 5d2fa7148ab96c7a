import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { LargeScale } from "@/db/seed/large";

export type BenchOptions = {
  is_small: boolean;
  scale: LargeScale;
  /** Requests per measurement. */
  requests: number;
  connections: number;
  port: number | null;
  /** Folder for profiles and plans. */
  out: string | null;
  cpu_prof: boolean;
  only: string | null;
  /** An existing build to measure, instead of building the sources. */
  release: string | null;
};

const usage = `npm run bench -- [--small] [--only <scenario>] [--connections 16] [--out <folder>] [--cpu-prof] [--port <number>]

  --small      quick run: 12,000 members and 60,000 visits instead of 100,000 and 1,000,000
  --only       one scenario, by a part of its name; \`jobs\` measures only the embedded executor, without a build
  --out        writes the statements of every request and their plans into this folder
  --release    a folder of .release/ to measure, instead of building the sources
  --cpu-prof   also writes a CPU profile of the server for each scenario (needs --out)`;

export function benchOptions(argv: string[]): BenchOptions {
  const { values } = parseArgs({
    args: argv,
    options: {
      small: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
      "cpu-prof": { type: "boolean", default: false },
      connections: { type: "string", default: "16" },
      only: { type: "string" },
      out: { type: "string" },
      port: { type: "string" },
      release: { type: "string" },
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
    requests: is_small ? 400 : 2_000,
    connections: Number(values.connections),
    port: values.port ? Number(values.port) : null,
    out: values.out ? resolve(values.out) : null,
    cpu_prof: values["cpu-prof"],
    only: values.only ?? null,
    release: values.release ? resolve(values.release) : null,
  };
}
