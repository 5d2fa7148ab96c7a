import { existsSync } from "node:fs";
import { createInterface } from "node:readline/promises";

/**
 * Asks before anything is deleted. The deleting itself waits until the database can be stopped.
 *
 * @param {string} data_dir
 * @param {{ fresh: boolean, yes: boolean }} options
 */
export async function confirmFresh(data_dir, { fresh, yes }) {
  if (!fresh) return;
  if (process.env.DATABASE_URL) {
    throw new Error(
      "--fresh deletes the embedded database only. DATABASE_URL is set: empty that database yourself, or leave --fresh out.",
    );
  }
  if (yes || !existsSync(data_dir)) return;
  if (!process.stdin.isTTY)
    throw new Error(`--fresh deletes all data in ${data_dir}. Nobody is here to be asked: add --yes if that is meant.`);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(
    `This deletes every gym, member and visit in ${data_dir}. Type yes to go on: `,
  );
  terminal.close();
  if (answer.trim().toLowerCase() !== "yes") throw new Error("Nothing was deleted.");
}
