import { withConnection, withLogin } from "./connect";
import { APPLICATION_ROLE, ensureLogin, grantToLogin } from "./roles";

/** Sets up the application's login and returns its URL. Requires the migrations. */
export async function setUpApplicationLogin(owner_url: string, password: string): Promise<string> {
  if (process.env.DATABASE_OWNER_URL && process.env.DATABASE_URL) {
    await grantToConfiguredLogin(owner_url, process.env.DATABASE_URL);
    return process.env.DATABASE_URL;
  }
  await ensureLogin(owner_url, APPLICATION_ROLE, password);
  return withLogin(owner_url, APPLICATION_ROLE, password);
}

async function grantToConfiguredLogin(owner_url: string, app_url: string): Promise<void> {
  const { username, password } = new URL(app_url);
  const user = decodeURIComponent(username);
  const works = await withConnection(app_url, (client) => client.query("select 1")).then(
    () => true,
    () => false,
  );
  if (works) await grantToLogin(owner_url, user);
  else await ensureLogin(owner_url, user, decodeURIComponent(password));
}
