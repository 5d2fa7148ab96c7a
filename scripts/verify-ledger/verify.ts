import type pg from "pg";
import { checks } from "./checks";

type Differing = { organization_id: string; row: string; stored: string | null; expected: string | null };

/**
 * Recomputes what is stored from the facts, and names the first row that differs as a sentence; null if none does. Reads the
 * organizations that the connection sees, each check in one statement.
 */
export async function verifyLedger(client: Pick<pg.ClientBase, "query">): Promise<string | null> {
  for (const { rule, differing } of checks) {
    const { rows } = await client.query<Differing>(
      `select organization_id, row, stored, expected from (${differing}) as differing (organization_id, row, stored, expected)
       order by organization_id, row limit 1`,
    );
    const [first] = rows;
    if (first) {
      const { organization_id, row, stored, expected } = first;
      return `${rule}. ${row} of the organization ${organization_id} has ${stored}, and the facts give ${expected}.`;
    }
  }
  return null;
}

/** The same as the application's role, which sees one organization at a time: of all of them, or of the given ones. */
export async function verifyEachOrganization(
  client: Pick<pg.ClientBase, "query">,
  given?: readonly string[],
): Promise<{ organizations: number; fault: string | null }> {
  const ids = given ?? (await allOrganizations(client));
  for (const id of ids) {
    await client.query("begin transaction isolation level repeatable read read only");
    await client.query("select set_config('app.organization_id', $1, true)", [id]);
    const fault = await verifyLedger(client);
    await client.query("commit");
    if (fault) return { organizations: ids.length, fault };
  }
  return { organizations: ids.length, fault: null };
}

async function allOrganizations(client: Pick<pg.ClientBase, "query">): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>("select id from organizations order by id");
  return rows.map(({ id }) => id);
}
