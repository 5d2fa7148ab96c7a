import { settings } from "@/scripts/bootstrap/settings.mjs";
import { say } from "@/scripts/bootstrap/steps.mjs";
import { withConnection } from "@/scripts/database/connect";
import { endAll, endOnSignal, isEnding } from "@/scripts/start/cleanup";
import { prepare } from "@/scripts/start/prepare";
import { verifyEachOrganization } from "./verify";

endOnSignal(() => say("\nStopping …"));
try {
  const { env } = await prepare({ ...settings(), demo: false });
  const { organizations, fault } = await withConnection(env.DATABASE_URL ?? "", (client) =>
    verifyEachOrganization(client),
  );
  say(fault ?? `The ledger agrees with the facts in ${organizations} organizations.`);
  if (fault) process.exitCode = 1;
} finally {
  if (!isEnding()) await endAll();
}
