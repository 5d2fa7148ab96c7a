import { lookup } from "node:dns/promises";
import { BlockList, isIPv6 } from "node:net";
import type { SendOutcome } from "@/lib/values/delivery";

const own = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 3],
] as const)
  own.addSubnet(network, prefix, "ipv4");
for (const [network, prefix] of [
  ["::", 127],
  ["64:ff9b::", 96],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const)
  own.addSubnet(network, prefix, "ipv6");

/** Whether the address lies in a network that only we can reach. */
export const isPrivateAddress = (address: string): boolean => own.check(address, isIPv6(address) ? "ipv6" : "ipv4");

type Reachable = { ok: true; address: string } | { ok: false; outcome: SendOutcome };

/** Looks the name up once and gives the address that was checked, so that a second look-up cannot lead elsewhere. */
export async function reachableAddress(host: string, allow_private: boolean): Promise<Reachable> {
  let addresses: string[];
  try {
    addresses = (await lookup(host, { all: true })).map(({ address }) => address);
  } catch {
    const message = `The name ${host} could not be found`;
    return { ok: false, outcome: { outcome: "later", message, retry_after_ms: null } };
  }
  const address = addresses.find((candidate) => allow_private || !isPrivateAddress(candidate));
  if (address) return { ok: true, address };
  const message = `${host} is not on the public internet. Name a mail server that is`;
  return { ok: false, outcome: { outcome: "misconfigured", message } };
}
