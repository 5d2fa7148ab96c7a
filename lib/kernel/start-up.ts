import { join } from "node:path";
import { pool } from "@/db/client";
import type { ApiRoutes } from "./api-server";
import { env, isBuilding, isHttps } from "./env";
import { interceptRequests } from "./intercept-requests";
import { log, redirectConsole } from "./log";

/**
 * Exits with a message if the configuration is invalid or the database login is unsafe. In production the routes of the API and the
 * static files are served in front of Next. In development Next serves them, because it reloads them.
 */
export async function startUp(api_routes: ApiRoutes | null = null): Promise<void> {
  if (isBuilding()) return;
  try {
    env();
    await rejectPrivilegedRole();
  } catch (error) {
    process.stderr.write(`FitFlow Pro does not start.\n${error instanceof Error ? error.message : error}\n`);
    process.exit(1);
  }
  const is_production = env().NODE_ENV === "production";
  if (is_production) redirectConsole();
  interceptRequests({
    trusts_proxy: env().TRUST_PROXY === "1",
    api_routes: is_production ? api_routes : null,
    // The comment keeps the bundler from tracing the folder into the server.
    static_folder: is_production ? join(/* turbopackIgnore: true */ process.cwd(), ".next/static") : null,
  });
  if (env().TRUST_PROXY === "0" && isHttps()) {
    log().warn("PUBLIC_URL is https, which requires a proxy: set TRUST_PROXY=1, or all clients share one IP address");
  }
}

/** Row-level security does not apply to superusers, BYPASSRLS roles and members of the table owner. */
async function rejectPrivilegedRole(): Promise<void> {
  const { rows } = await pool().query<{ login: string; is_powerful: boolean; owns_tables: boolean }>(`
    select rolname as login, rolsuper or rolbypassrls as is_powerful,
      exists (select 1 from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and pg_has_role(current_user, relowner, 'MEMBER')) as owns_tables
    from pg_roles where rolname = current_user`);
  const [role] = rows;
  if (!role || role.is_powerful || role.owns_tables) {
    throw new Error(
      `The database login \`${role?.login}\` could see every gym's rows (superuser, BYPASSRLS or owner of the tables). Use the application's login in DATABASE_URL and the owner's in DATABASE_OWNER_URL.`,
    );
  }
}
