import type { TestProject } from "vitest/node";
import { discard, startTemporaryCluster, type ThrowAway } from "@/scripts/postgres/temporary-cluster";

declare module "vitest" {
  interface ProvidedContext {
    cluster: ThrowAway;
  }
}

// Each project loads this file for itself.
const globals = globalThis as { fitflowCluster?: Promise<ThrowAway> };

/** One PostgreSQL for the whole run, thrown away at its end. A run of pure tests alone starts none. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  globals.fitflowCluster ??= startTemporaryCluster();
  project.provide("cluster", await globals.fitflowCluster);
  return async () => {
    const cluster = globals.fitflowCluster;
    globals.fitflowCluster = undefined;
    if (cluster) await discard(await cluster);
  };
}
