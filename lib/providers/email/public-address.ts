import { lookup } from "node:dns/promises";
import { BlockList, isIPv6 } from "node:net";
import type { SendOutcome } from "@/lib/values/delivery";

/** IANA special-purpose address registries: not routed on the public internet. */
// Separate lists, because a BlockList matches an IPv4 address against its mapped form (::ffff:9.9.9.9), which is not public.
const special = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const)
  special.ipv4.addSubnet(network, prefix, "ipv4");
/** Only 2000::/3 is public. Blocked within it: protocols, tunnels to any IPv4 address (Teredo, 6to4), and documentation. */
for (const [network, prefix] of [
  ["::", 3],
  ["4000::", 2],
  ["8000::", 1],
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  special.ipv6.addSubnet(network, prefix, "ipv6");

/** Whether the address is not on the public internet. */
export const isPrivateAddress = (address: string): boolean => {
  const family = isIPv6(address) ? "ipv6" : "ipv4";
  return special[family].check(address, family);
};

type Resolved = { ok: true; address: string } | { ok: false; outcome: SendOutcome };

/** Resolves the name once and returns the checked address (protects against DNS rebinding). */
export async function resolvePublicAddress(host: string, allow_private: boolean): Promise<Resolved> {
  let addresses: string[];
  try {
    addresses = (await lookup(host, { all: true })).map(({ address }) => address);
  } catch {
    const message = `The name ${host} could not be resolved`;
    return { ok: false, outcome: { outcome: "later", message, retry_after_ms: null } };
  }
  const address = addresses.find((candidate) => allow_private || !isPrivateAddress(candidate));
  if (address) return { ok: true, address };
  const message = `${host} is not on the public internet. Choose a public mail server`;
  return { ok: false, outcome: { outcome: "misconfigured", message } };
}
