import { createHash } from "node:crypto";
import { inject } from "vitest";
import { withConnection, withDatabase, withLogin } from "@/scripts/database/connect";
import { migrate } from "@/scripts/database/migrate";

const cluster = inject("cluster");

/** An owner as a hosting provider hands out who does not bypass row-level security. */
export async function databaseOfBoundOwner(name: string): Promise<string> {
  await withConnection(cluster.superuser_url, async (client) => {
    await client.query(`create role ${name} login password 'bound' nobypassrls createrole`);
    await client.query(`grant fitflow_app to ${name}`);
    await client.query(`create database ${name} owner ${name}`);
  });
  const url = withLogin(withDatabase(cluster.owner_url, name), name, "bound");
  await migrate(url);
  return url;
}

export const asSuperuser = (url: string) => withDatabase(cluster.superuser_url, new URL(url).pathname.slice(1));

/** One hash a table. Sealing takes a fresh nonce every time, so ciphertexts stay out. */
export async function dump(url: string): Promise<Record<string, string>> {
  return withConnection(asSuperuser(url), async (client) => {
    const tables = await client.query<{ name: string }>(
      "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1",
    );
    const hashes: Record<string, string> = {};
    for (const { name } of tables.rows) {
      const { rows: all } = await client.query<{ line: string }>(
        `select (to_jsonb(t) - 'ciphertext')::text as line from ${name} t order by 1`,
      );
      hashes[name] = createHash("sha256")
        .update(all.map(({ line }) => line).join("\n"))
        .digest("hex");
    }
    return hashes;
  });
}
