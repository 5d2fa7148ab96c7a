import { withConnection, withDatabase } from "@/scripts/database/connect";

export const OWNER_ROLE = "fitflow_owner";
export const DATABASE = "fitflow";

/**
 * Creates the database and its owner. The owner is not a superuser, as with hosting providers, so that a migration that needs more
 * privileges fails here first.
 */
export async function createDatabase(superuser_url: string, owner_password: string, name = DATABASE): Promise<void> {
  await withConnection(withDatabase(superuser_url, "postgres"), async (client) => {
    const role = await client.query("select 1 from pg_roles where rolname = $1", [OWNER_ROLE]);
    const secret = client.escapeLiteral(owner_password);
    if (role.rowCount) await client.query(`ALTER ROLE ${OWNER_ROLE} PASSWORD ${secret}`);
    else
      await client.query(
        `CREATE ROLE ${OWNER_ROLE} LOGIN NOSUPERUSER BYPASSRLS CREATEDB CREATEROLE PASSWORD ${secret}`,
      );
    const found = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (!found.rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)} OWNER ${OWNER_ROLE}`);
  });
}
