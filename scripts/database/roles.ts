import type pg from "pg";
import { withConnection } from "./connect";

/** The role that every policy and grant of the migrations names. The application logs in as it, or as a member of it. */
export const APPLICATION_ROLE = "fitflow_app";

const RESTRICTED = "NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE";

/** Makes sure, before the migrations, that the role they grant to exists. */
export async function ensureApplicationRole(owner_url: string): Promise<void> {
  await withConnection(owner_url, async (client) => {
    await createOnce(client, APPLICATION_ROLE, `NOLOGIN ${RESTRICTED}`);
    await refusePower(client, APPLICATION_ROLE);
  });
}

/** Lets `user` log in with `password` and do what the application may do, and nothing beyond. */
export async function ensureLogin(owner_url: string, user: string, password: string): Promise<void> {
  await withConnection(owner_url, async (client) => {
    const role = client.escapeIdentifier(user);
    await createOnce(client, user, `LOGIN ${RESTRICTED}`);
    await refusePower(client, user);
    await client.query(`ALTER ROLE ${role} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
    await admit(client, user);
  });
}

/** For a login that somebody else created and keeps the password of: it only becomes a member. */
export async function admitLogin(owner_url: string, user: string): Promise<void> {
  await withConnection(owner_url, async (client) => {
    await refusePower(client, user);
    await admit(client, user);
  });
}

async function admit(client: pg.Client, user: string): Promise<void> {
  const role = client.escapeIdentifier(user);
  const { rows } = await client.query<{ name: string }>("select current_database() as name");
  const database = client.escapeIdentifier(rows[0]?.name ?? "");
  await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${role}`);
  await client.query(`GRANT USAGE ON SCHEMA public TO ${role}`);
  if (user !== APPLICATION_ROLE) await client.query(`GRANT ${APPLICATION_ROLE} TO ${role}`);
}

// Two processes may start on one database: the second finds the role that the first has just made.
async function createOnce(client: pg.Client, name: string, attributes: string): Promise<void> {
  const found = await client.query("select 1 from pg_roles where rolname = $1", [name]);
  if (found.rowCount) return;
  try {
    await client.query(`CREATE ROLE ${client.escapeIdentifier(name)} ${attributes}`);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === "42710" || code === "23505") return;
    if (code === "42501") {
      throw new Error(
        `The owner of the database may not create the login \`${name}\`. Create it by hand (CREATE ROLE ${name} LOGIN PASSWORD '…'), set DATABASE_URL to it and DATABASE_OWNER_URL to the owner.`,
      );
    }
    throw error;
  }
}

async function refusePower(client: pg.Client, name: string): Promise<void> {
  const { rows } = await client.query<{ powerful: boolean }>(
    "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as powerful from pg_roles where rolname = $1",
    [name],
  );
  if (!rows[0]) throw new Error(`The login \`${name}\` of DATABASE_URL does not exist in the database.`);
  if (rows[0].powerful) {
    throw new Error(
      `The login \`${name}\` could see every gym's rows (superuser, BYPASSRLS, CREATEROLE or CREATEDB). Give DATABASE_URL a login without these.`,
    );
  }
}
