import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig, type TestProjectConfiguration } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

const resolve = {
  alias: {
    "@": root.replace(/\/$/, ""),
    "server-only": `${root}node_modules/next/dist/compiled/server-only/empty.js`,
  },
};

const database = "tests/support/database-url.ts";

const project = (name: string, setup = [database]): TestProjectConfiguration => ({
  resolve,
  test: {
    name,
    include: [`tests/${name}/**/*.test.{ts,tsx}`],
    setupFiles: [...setup, "tests/support/quiet.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});

export default defineConfig({
  resolve,
  test: {
    // Much of each test is PostgreSQL's work and waiting: a worker for every core, not one fewer.
    maxWorkers: availableParallelism(),
    globalSetup: ["tests/support/cluster.ts"],
    projects: [
      ...["kernel", "domain", "api", "jobs", "scenarios"].map((name) => project(name)),
      project("providers", []),
    ],
  },
});
