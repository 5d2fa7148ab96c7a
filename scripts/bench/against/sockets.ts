import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { processTree } from "@/scripts/bench/cpu";

type Socket = { local_port: number; remote_port: number; is_listening: boolean; inode: string };

const LISTENING = "0A";

/** The lines of /proc/net/tcp, which lists the IPv4 sockets of all processes. */
export function socketsIn(text: string): Socket[] {
  return text
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => {
      const [, local = "", remote = "", state, , , , , , inode = ""] = line.trim().split(/\s+/);
      return { local_port: portOf(local), remote_port: portOf(remote), is_listening: state === LISTENING, inode };
    });
}

const portOf = (address: string): number => Number.parseInt(address.split(":")[1] ?? "", 16);

const sockets = (): Socket[] => socketsIn(readFileSync("/proc/net/tcp", "utf8"));

/** The process that listens on a port. Of several, which inherited the socket, it is their ancestor. */
export function listenerOn(port: number): number {
  const found = sockets().find(({ local_port, is_listening }) => is_listening && local_port === port);
  const owners = found ? processes().filter((pid) => inodesOf(pid).has(found.inode)) : [];
  const root = owners.find((pid) => owners.every((other) => processTree(pid).includes(other)));
  if (!root) throw new Error(`No process is found that listens on 127.0.0.1:${port}. Run as its user or as root.`);
  return root;
}

/** The server that most connections of a process and of its descendants lead to: its database. */
export function databaseOf(server_pid: number): number {
  const own = processTree(server_pid).map(inodesOf);
  const all = sockets();
  const listening = new Set(all.filter(({ is_listening }) => is_listening).map(({ local_port }) => local_port));
  const counts = new Map<number, number>();
  for (const { inode, remote_port, is_listening, local_port } of all) {
    const is_own = !is_listening && !listening.has(local_port) && own.some((inodes) => inodes.has(inode));
    if (is_own && listening.has(remote_port)) counts.set(remote_port, (counts.get(remote_port) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  if (!most) throw new Error("The other server has no open connection to a database on this machine.");
  return listenerOn(most[0]);
}

const processes = (): number[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);

function inodesOf(pid: number): Set<string> {
  const inodes = new Set<string>();
  try {
    for (const name of readdirSync(`/proc/${pid}/fd`)) {
      const target = readlinkSync(`/proc/${pid}/fd/${name}`);
      if (target.startsWith("socket:[")) inodes.add(target.slice("socket:[".length, -1));
    }
  } catch {
    // The process has ended, or belongs to another user.
  }
  return inodes;
}
