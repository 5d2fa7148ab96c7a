import { truncate } from "@/lib/values/storable-text";

/** What the shared code needs to know about a vendor. */
export type Vendor = {
  name: string;
  /** The display name. */
  label: string;
  /** A repeated call with the same key and messages sends nothing twice. */
  is_idempotent: boolean;
  /** Removed from error messages, because vendors may echo them. */
  secrets: (string | null)[];
};

/** For tests, which replace the vendor's server. */
export type VendorOptions = { endpoint?: string; timeout_ms?: number };

const MAX_LENGTH = 300;

/** The vendor's error message as one short line without secrets. */
export function vendorMessage({ label, secrets }: Vendor, text: string): string {
  const known = secrets.filter((secret): secret is string => Boolean(secret));
  const clean = known.reduce((rest, secret) => rest.replaceAll(secret, "•••"), text);
  const line = clean.replace(/[\s\p{Cc}]+/gu, " ").trim();
  return `${label}: ${line.length > MAX_LENGTH ? `${truncate(line, MAX_LENGTH)}…` : line || "no reason given"}`;
}
