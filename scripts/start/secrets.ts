import { generateKeyPairSync, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const token = () => randomBytes(36).toString("base64url");

const MAKERS = {
  NEXTAUTH_SECRET: token,
  ENCRYPTION_KEY: () => randomBytes(32).toString("base64"),
  PASS_SIGNING_KEY: () =>
    generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "der" }).toString("base64"),
  DATABASE_SUPERUSER_PASSWORD: token,
  DATABASE_OWNER_PASSWORD: token,
  DATABASE_APP_PASSWORD: token,
};

export type Secrets = Record<keyof typeof MAKERS, string>;

/** Secrets from the environment, else generated once and stored in the data folder, readable by the owner only. */
export function loadSecrets(data_dir: string, env: Record<string, string | undefined> = process.env): Secrets {
  mkdirSync(data_dir, { recursive: true });
  const file = join(data_dir, "secrets.json");
  const kept = existsSync(file) ? readKept(file) : {};
  const names = Object.keys(MAKERS) as (keyof Secrets)[];
  const made = names.filter((name) => !kept[name]);
  const all = { ...kept, ...Object.fromEntries(made.map((name) => [name, MAKERS[name]()])) } as Secrets;
  if (made.length) {
    writeFileSync(`${file}.new`, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  chmodSync(file, 0o600);
  return Object.fromEntries(names.map((name) => [name, env[name] || all[name]])) as Secrets;
}

function readKept(file: string): Partial<Secrets> {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Partial<Secrets>;
  } catch (cause) {
    throw new Error(
      `${file} cannot be read. It holds the keys of your data: restore it from a backup, or start over with --fresh.`,
      {
        cause,
      },
    );
  }
}
