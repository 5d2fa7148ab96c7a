import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import { withDatabase } from "@/scripts/database/connect";
import { cloneDatabase } from "@/scripts/postgres/temporary-cluster";
import { TEST_SECRETS } from "@/tests/support/environment/secrets";

const cluster = inject("cluster");
const name = `worker_${process.env.VITEST_POOL_ID ?? "1"}`;
const made = join(cluster.folder, name);

if (!existsSync(made)) {
  await cloneDatabase(cluster, name);
  writeFileSync(made, "");
}

Object.assign(process.env, TEST_SECRETS, {
  DATABASE_URL: withDatabase(cluster.app_url, name),
  DATABASE_OWNER_URL: withDatabase(cluster.owner_url, name),
  // A machine that runs many tests at once may keep a statement waiting for longer than a server should.
  DATABASE_CONNECT_TIMEOUT_MS: "20000",
  DATABASE_QUERY_TIMEOUT_MS: "20000",
  PUBLIC_URL: "http://127.0.0.1:3000",
  DATA_DIR: join(cluster.folder, "data", name),
  LOG_LEVEL: "silent",
  TZ: "UTC",
});
