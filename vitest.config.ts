import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig, type TestProjectConfiguration } from "vitest/config";
import { BaseSequencer, type ProjectConfig, type TestSpecification } from "vitest/node";

const root = fileURLToPath(new URL(".", import.meta.url));

const resolve = {
  alias: {
    "@": root.replace(/\/$/, ""),
    "server-only": `${root}node_modules/next/dist/compiled/server-only/empty.js`,
  },
};

const files = readdirSync(`${root}tests`, { recursive: true, encoding: "utf8" })
  .map((path) => `tests/${path.replaceAll("\\", "/")}`)
  .filter((path) => /\.test\.tsx?$/.test(path) && !path.startsWith("tests/e2e/"));

const isPure = (path: string) => /\.pure\.test\.tsx?$|^tests\/domain\/values\//.test(path);

/** Changes the environment or the modules of its process, which the files after it would meet. */
const CHANGES_PROCESS =
  /\bvi\.(mock|doMock|hoisted|resetModules|stubEnv)\(|process\.env\.\w+ = |delete process\.env\b|\bshutDown } from "@\/lib\/kernel\/shutdown"|\bstartUp } from "@\/lib\/kernel\/start-up"|\.prototype\.\w+ = /;
const changesProcess = (path: string) => CHANGES_PROCESS.test(readFileSync(root + path, "utf8"));

const withDatabase = files.filter((path) => !isPure(path) && path !== "tests/security/neon.test.ts");

type Terms = Pick<ProjectConfig, "setupFiles" | "globalSetup" | "retry">;

const project = (name: string, include: string[], isolate: boolean, terms: Terms = {}): TestProjectConfiguration => ({
  resolve,
  test: { name, include, isolate, testTimeout: 20_000, hookTimeout: 60_000, ...terms },
});

/** A test that passes on its second attempt is listed at the end of the run. What is pure has no second attempt. */
const onDatabase: Terms = {
  globalSetup: ["tests/support/database/cluster.ts"],
  setupFiles: [
    "tests/support/database/database-url.ts",
    "tests/support/environment/quiet.ts",
    "tests/support/database/tenant-filter.ts",
  ],
  retry: 1,
};

/** Run a second time through Neon's driver: tenancy, check-ins, live updates, jobs. */
const THROUGH_NEON = [
  "tests/api/access/check-ins.test.ts",
  "tests/api/access/check-ins-afterwards.test.ts",
  "tests/jobs/steps.test.ts",
  "tests/jobs/waits.test.ts",
  "tests/kernel/named-statements.test.ts",
  "tests/kernel/outbox.test.ts",
  "tests/security/idempotency.test.ts",
  "tests/security/job-tenancy.test.ts",
  "tests/security/neon.test.ts",
];

const onNeon: Terms = {
  ...onDatabase,
  setupFiles: onDatabase.setupFiles && [...onDatabase.setupFiles].toSpliced(1, 0, "tests/support/database/neon-url.ts"),
};

/** The long files first: at the end they would keep one worker busy while the others have nothing left to do. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const order = ({ moduleId, project: { name } }: TestSpecification) =>
      /\/tests\/scenarios\//.test(moduleId) ? 0 : ["own-process", "database", "pure"].indexOf(name) + 1;
    return sorted.toSorted((a, b) => order(a) - order(b));
  }
}

export default defineConfig({
  resolve,
  test: {
    // Tests also wait: for PostgreSQL, for a child process, for an answer that may not come too soon. One worker more fills the cores.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongFirst },
    projects: [
      // Modules are loaded once per worker and not once per file.
      project(
        "database",
        withDatabase.filter((path) => !changesProcess(path)),
        false,
        onDatabase,
      ),
      project("own-process", withDatabase.filter(changesProcess), true, onDatabase),
      project("neon", THROUGH_NEON, true, onNeon),
      project("pure", files.filter(isPure), false, { setupFiles: ["tests/support/environment/quiet.ts"] }),
    ],
  },
});
