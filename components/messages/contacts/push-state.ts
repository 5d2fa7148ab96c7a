export type PushState = "unsupported" | "off" | "on" | "denied" | "working";

/** The registration stored in this browser: the device's id, its token and when the token was last checked. */
export type StoredDevice = { id: string; token: string; checked_at: number };

export function readDevice(text: string | null): StoredDevice | null {
  try {
    const { id, token, checked_at } = JSON.parse(text ?? "") as Record<string, unknown>;
    if (typeof id !== "string" || typeof token !== "string" || typeof checked_at !== "number") return null;
    return { id, token, checked_at };
  } catch {
    return null;
  }
}

type Browser = { has_push: boolean; permission: NotificationPermission | null; device: StoredDevice | null };

export function pushStateOf({ has_push, permission, device }: Browser): PushState {
  if (!has_push || permission === null) return "unsupported";
  if (permission === "denied") return "denied";
  return permission === "granted" && device ? "on" : "off";
}

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** Firebase rotates tokens, and drops tokens that are not requested for months. */
export const isDue = ({ checked_at }: StoredDevice, now: number): boolean => now - checked_at >= WEEK_MS;

const BROWSERS: [RegExp, string][] = [
  [/\bEdgA?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\bFirefox\//, "Firefox"],
  [/\bChrome\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];
const SYSTEMS: [RegExp, string][] = [
  [/\bAndroid\b/, "Android"],
  [/\b(iPhone|iPad)\b/, "iOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "Mac"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
];

/** A device name for the list, such as "Chrome on Android". */
export function deviceLabel(user_agent: string): string {
  const nameIn = (names: [RegExp, string][]) => names.find(([pattern]) => pattern.test(user_agent))?.[1];
  return [nameIn(BROWSERS) ?? "Browser", nameIn(SYSTEMS)].filter(Boolean).join(" on ");
}
