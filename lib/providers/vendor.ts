import { cut } from "@/lib/values/storable-text";

/** A vendor as the rest of its folder needs to know it. */
export type Vendor = {
  name: string;
  /** As people write it. */
  label: string;
  /** A second call with the same key and the same messages sends nothing twice. */
  is_idempotent: boolean;
  /** What must not appear in any sentence, whatever the vendor repeats of it. */
  secrets: (string | null)[];
};

/** For tests, which put a server of their own in the vendor's place. */
export type VendorOptions = { endpoint?: string; timeout_ms?: number };

const LONGEST = 300;

/** The vendor's own words in one short line, without our secrets. */
export function vendorSays({ label, secrets }: Vendor, text: string): string {
  const known = secrets.filter((secret): secret is string => Boolean(secret));
  const clean = known.reduce((rest, secret) => rest.replaceAll(secret, "•••"), text);
  const line = clean.replace(/[\s\p{Cc}]+/gu, " ").trim();
  return `${label}: ${line.length > LONGEST ? `${cut(line, LONGEST)}…` : line || "no reason given"}`;
}
