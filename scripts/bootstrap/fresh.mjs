import { existsSync } from "node:fs";
import { createInterface } from "node:readline/promises";

/**
 * Asks for confirmation. The data is deleted later, after the database has stopped.
 *
 * @param {string} data_dir
 * @param {{ fresh: boolean, yes: boolean }} options
 */
export async function confirmFresh(data_dir, { fresh, yes }) {
  if (!fresh) return;
  if (process.env.DATABASE_URL) {
    throw new Error(
      "--fresh deletes the embedded database only. DATABASE_URL is set: empty that database yourself, or omit --fresh.",
    );
  }
  if (yes || !existsSync(data_dir)) return;
  if (!process.stdin.isTTY)
    throw new Error(`--fresh deletes all data in ${data_dir}. There is no terminal to confirm: add --yes.`);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(
    `This deletes every gym, member and visit in ${data_dir}. Type yes to continue: `,
  );
  terminal.close();
  if (answer.trim().toLowerCase() !== "yes") throw new Error("Nothing was deleted.");
}
