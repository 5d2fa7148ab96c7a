import type { TestProject } from "vitest/node";
import { discard, startTemporaryCluster, type ThrowAway } from "@/scripts/postgres/temporary-cluster";
import { ledgerFaults } from "./verified";

declare module "vitest" {
  interface ProvidedContext {
    cluster: ThrowAway;
  }
}

// Each project loads this file for itself.
const globals = globalThis as { fitflowCluster?: Promise<ThrowAway> };

/**
 * One PostgreSQL for the whole run, thrown away at its end. A run of pure tests alone starts none. Before that, the ledger of every
 * database that the tests wrote is verified: a row that differs from its facts fails the run.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  globals.fitflowCluster ??= startTemporaryCluster();
  project.provide("cluster", await globals.fitflowCluster);
  return async () => {
    const started = globals.fitflowCluster;
    globals.fitflowCluster = undefined;
    if (!started) return;
    const cluster = await started;
    const faults = await ledgerFaults(cluster).finally(() => discard(cluster));
    if (faults.length === 0) return;
    // Vitest reports what a teardown throws, and ends with 0.
    process.exitCode = 1;
    throw new Error(`The ledger differs from the facts after the tests.\n${faults.join("\n")}`);
  };
}
