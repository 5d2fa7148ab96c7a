import type { TestProject } from "vitest/node";
import { discard, startThrowAway, type ThrowAway } from "@/scripts/postgres/throw-away";

declare module "vitest" {
  interface ProvidedContext {
    cluster: ThrowAway;
  }
}

/** One PostgreSQL for the whole run, thrown away at its end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startThrowAway();
  project.provide("cluster", cluster);
  return () => discard(cluster);
}
