import type pg from "pg";
import { withConnection } from "./connect";

/** The role of all policies and grants in the migrations. The application's login is this role or a member of it. */
export const APPLICATION_ROLE = "fitflow_app";

const RESTRICTED = "NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE";

/** Creates the role if it is missing. Required before the migrations. */
export async function ensureApplicationRole(owner_url: string): Promise<void> {
  await withConnection(owner_url, async (client) => {
    await createIfMissing(client, APPLICATION_ROLE, `NOLOGIN ${RESTRICTED}`);
    await rejectPrivileges(client, APPLICATION_ROLE);
  });
}

/** Creates or updates a login with the application's privileges only. */
export async function ensureLogin(owner_url: string, user: string, password: string): Promise<void> {
  await withConnection(owner_url, async (client) => {
    const role = client.escapeIdentifier(user);
    await createIfMissing(client, user, `LOGIN ${RESTRICTED}`);
    await rejectPrivileges(client, user);
    await client.query(`ALTER ROLE ${role} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
    await grantAccess(client, user);
  });
}

/** For a login that is managed elsewhere: only grants the role. */
export async function grantToLogin(owner_url: string, user: string): Promise<void> {
  await withConnection(owner_url, async (client) => {
    await rejectPrivileges(client, user);
    await grantAccess(client, user);
  });
}

async function grantAccess(client: pg.Client, user: string): Promise<void> {
  const role = client.escapeIdentifier(user);
  const { rows } = await client.query<{ name: string }>("select current_database() as name");
  const database = client.escapeIdentifier(rows[0]?.name ?? "");
  await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${role}`);
  await client.query(`GRANT USAGE ON SCHEMA public TO ${role}`);
  if (user !== APPLICATION_ROLE) await client.query(`GRANT ${APPLICATION_ROLE} TO ${role}`);
}

// Concurrent starts may create the role at the same time.
async function createIfMissing(client: pg.Client, name: string, attributes: string): Promise<void> {
  const found = await client.query("select 1 from pg_roles where rolname = $1", [name]);
  if (found.rowCount) return;
  try {
    await client.query(`CREATE ROLE ${client.escapeIdentifier(name)} ${attributes}`);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === "42710" || code === "23505") return;
    if (code === "42501") {
      throw new Error(
        `The database owner may not create the login \`${name}\`. Create it manually (CREATE ROLE ${name} LOGIN PASSWORD '…'), set DATABASE_URL to it and DATABASE_OWNER_URL to the owner.`,
      );
    }
    throw error;
  }
}

async function rejectPrivileges(client: pg.Client, name: string): Promise<void> {
  const { rows } = await client.query<{ powerful: boolean }>(
    "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as powerful from pg_roles where rolname = $1",
    [name],
  );
  if (!rows[0]) throw new Error(`The login \`${name}\` of DATABASE_URL does not exist in the database.`);
  if (rows[0].powerful) {
    throw new Error(
      `The login \`${name}\` could see every gym's rows (superuser, BYPASSRLS, CREATEROLE or CREATEDB). Use a login without these in DATABASE_URL.`,
    );
  }
}
