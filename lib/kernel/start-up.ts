import { pool } from "@/db/client";
import { env, isBuilding, isHttps } from "./env";
import { standInFront } from "./front";
import { log, takeOverConsole } from "./log";

/** Refuses to serve with a configuration or a database login that would be unsafe: says so and ends the process. */
export async function startUp(): Promise<void> {
  if (isBuilding()) return;
  try {
    env();
    await refusePowerfulRole();
  } catch (error) {
    process.stderr.write(`FitFlow Pro does not start.\n${error instanceof Error ? error.message : error}\n`);
    process.exit(1);
  }
  if (env().NODE_ENV === "production") takeOverConsole();
  standInFront({ trusts_proxy: env().TRUST_PROXY === "1" });
  if (env().TRUST_PROXY === "0" && isHttps()) {
    log().warn(
      "PUBLIC_URL is https, so a proxy answers for it: set TRUST_PROXY=1, or all clients count as one address",
    );
  }
}

/** Row-level security does not bind a superuser, BYPASSRLS or, through its membership, the tables' owner. */
async function refusePowerfulRole(): Promise<void> {
  const { rows } = await pool().query<{ login: string; is_powerful: boolean; owns_tables: boolean }>(`
    select rolname as login, rolsuper or rolbypassrls as is_powerful,
      exists (select 1 from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and pg_has_role(current_user, relowner, 'MEMBER')) as owns_tables
    from pg_roles where rolname = current_user`);
  const [role] = rows;
  if (!role || role.is_powerful || role.owns_tables) {
    throw new Error(
      `The database login \`${role?.login}\` could see every gym's rows (superuser, BYPASSRLS or owner of the tables). Give DATABASE_URL the application's login, and keep the owner's for DATABASE_OWNER_URL.`,
    );
  }
}
