import type { Secrets } from "./secrets";

type ServerAddresses = { app_url: string; public_url: string; data_dir: string };

/** The environment of a production server, with only the secrets that it uses. */
export function serverEnv(
  { app_url, public_url, data_dir }: ServerAddresses,
  secrets: Secrets,
): Record<string, string> {
  return {
    DATABASE_URL: app_url,
    NEXTAUTH_SECRET: secrets.NEXTAUTH_SECRET,
    NEXTAUTH_URL: public_url,
    ENCRYPTION_KEY: secrets.ENCRYPTION_KEY,
    PASS_SIGNING_KEY: secrets.PASS_SIGNING_KEY,
    PUBLIC_URL: public_url,
    DATA_DIR: data_dir,
  };
}
