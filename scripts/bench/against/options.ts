import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

export type AgainstOptions = {
  port: number;
  token: string;
  /** Lists members to check in: one member and its location on each line. */
  members_file: string;
  /** Of one measurement. */
  seconds: number;
  repetitions: number;
};

type Values = { against?: string; token?: string; seconds: string; repetitions: string };

export function againstOptions({ against, token, seconds, repetitions }: Values): AgainstOptions | null {
  if (against === undefined) return null;
  if (token === undefined) throw new Error("--against needs --token <file>.");
  const file = resolve(token);
  return {
    port: loopbackPort(against),
    token: readFileSync(file, "utf8").trim(),
    members_file: join(dirname(file), "active_org1.txt"),
    seconds: Number(seconds),
    repetitions: Number(repetitions),
  };
}

/** Load goes to this machine only. The worker connects to 127.0.0.1, so other loopback addresses are refused as well. */
export function loopbackPort(url: string): number {
  const { protocol, hostname, port } = new URL(url);
  if (protocol !== "http:" || (hostname !== "127.0.0.1" && hostname !== "localhost")) {
    throw new Error(
      `--against ${url}: only http://127.0.0.1:<port> is allowed, because the load must stay on this machine.`,
    );
  }
  return Number(port || 80);
}
