import type { Secrets } from "./secrets";

type Place = { app_url: string; public_url: string; data_dir: string };

/** What a production server has to be told; of the secrets only those it uses itself. */
export function serverEnv({ app_url, public_url, data_dir }: Place, secrets: Secrets): Record<string, string> {
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
