import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig, type TestProjectConfiguration } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

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

/** The long ones first: at the end they would keep one worker busy while the others have nothing left to do. */
class ScenariosFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ project: { name } }: TestSpecification) => name === "scenarios" || name === "jobs";
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  resolve,
  test: {
    // Much of each test is PostgreSQL's work and waiting: a worker for every core, not one fewer.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: ScenariosFirst },
    globalSetup: ["tests/support/cluster.ts"],
    projects: [
      ...["kernel", "domain", "api", "security", "jobs", "scenarios"].map((name) => project(name)),
      project("providers", []),
    ],
  },
});
