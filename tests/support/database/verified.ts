import { readdirSync } from "node:fs";
import { withConnection, withDatabase } from "@/scripts/database/connect";
import type { ThrowAway } from "@/scripts/postgres/temporary-cluster";
import { verifyLedger } from "@/scripts/verify-ledger/verify";

/** The first fault in the database of each worker, as sentences. The superuser sees every organization at once. */
export async function ledgerFaults({ folder, superuser_url }: ThrowAway): Promise<string[]> {
  const databases = readdirSync(folder).filter((name) => /^worker_\w+$/.test(name));
  const faults: string[] = [];
  for (const name of databases) {
    const fault = await withConnection(withDatabase(superuser_url, name), verifyLedger);
    if (fault) faults.push(`${name}: ${fault}`);
  }
  return faults;
}
