import { afterAll, expect, inject } from "vitest";
import { withConnection, withDatabase } from "@/scripts/database/connect";
import { readTenantColumns, unfilteredTables } from "./plan-filters";
import { takeStatements } from "./statements";

const { superuser_url } = inject("cluster");
const database = new URL(process.env.DATABASE_URL ?? "").pathname.slice(1);

/** A1: row-level security hides a filter that is missing from a query, so that the plans are read without it. */
afterAll(async () => {
  const statements = takeStatements();
  if (statements.length === 0) return;
  const faults = await withConnection(withDatabase(superuser_url, database), async (client) => {
    const columns = await readTenantColumns(client);
    const found: string[] = [];
    for (const text of statements) {
      const tables = await unfilteredTables(client, columns, text);
      if (tables.length > 0) found.push(`${tables.join(", ")} without the organization: ${text}`);
    }
    return found;
  });
  expect(faults, "Statements of requests that read rows of every organization").toEqual([]);
});
