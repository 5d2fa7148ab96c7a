/** Strips the port and brackets that some proxies add. Maps IPv4-mapped IPv6 to IPv4. */
export function normalizeIp(text: string): string {
  const ip = text.replace(/^\[([^\]]*)\](?::\d+)?$/, "$1").replace(/^(\d+(?:\.\d+){3}):\d+$/, "$1");
  return (ip.includes(":") && mappedIpv4(groupsOf(ip))) || ip;
}

/** The unit of all limits: an IPv4 address, or an IPv6 /64, which belongs to one subscriber. */
export function networkOf(ip: string | null): string {
  if (ip === null) return "unknown";
  const plain = normalizeIp(ip);
  return plain.includes(":") ? `${groupsOf(plain).slice(0, 4).join(":")}::/64` : plain;
}

/** The eight groups, in lower case and without leading zeros. */
function groupsOf(ip: string): string[] {
  const plain = (ip.split("%")[0] ?? "").replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a, b, c, d) =>
    [256 * a + Number(b), 256 * c + Number(d)].map((group) => group.toString(16)).join(":"),
  );
  const [left = [], right] = plain.split("::").map((text) => text.split(":").filter(Boolean));
  const zeros = right ? Math.max(0, 8 - left.length - right.length) : 0;
  return [...left, ...Array<string>(zeros).fill("0"), ...(right ?? [])].map((group) =>
    group.toLowerCase().replace(/^0+(?=.)/, ""),
  );
}

function mappedIpv4(groups: readonly string[]): string | null {
  if (groups.length !== 8 || groups.slice(0, 6).join(":") !== "0:0:0:0:0:ffff") return null;
  const [high = 0, low = 0] = groups.slice(6).map((group) => Number.parseInt(group, 16));
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}
