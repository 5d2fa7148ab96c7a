import { existsSync } from "node:fs";
import { resolve } from "node:path";

/** Port, data folder and public URL from `.env` and the environment. */
export function settings() {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const port = Number(process.env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`PORT must be a number from 1 to 65535, not "${process.env.PORT}".`);
  return {
    port,
    data_dir: resolve(process.env.DATA_DIR || ".data"),
    public_url: (process.env.PUBLIC_URL || `http://127.0.0.1:${port}`).replace(/\/+$/, ""),
  };
}
