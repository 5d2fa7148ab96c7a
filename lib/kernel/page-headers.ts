import { env } from "./env";
import type { PayOrigins } from "./pay-pages";

const isDesk = (pathname: string) => /^\/desk(\/|$)/.test(pathname);

const isMembers = (pathname: string) => /^\/me(\/|$)/.test(pathname);

/** The Firebase SDK registers a member's browser for push messages here. */
const PUSH_REGISTRATION = "https://firebaseinstallations.googleapis.com https://fcmregistrations.googleapis.com";

const closed: PayOrigins = { scripts: [], frames: [], connections: [] };

/**
 * Allows scripts with the nonce and what they load. All other sources are same-origin. A pay page opens to the gym's gateway: its script
 * is loaded by ours, so browsers read its origin only where they do not know 'strict-dynamic'.
 */
export function contentSecurityPolicy(pathname: string, nonce: string, pay: PayOrigins = closed): string {
  const isDevelopment = env().NODE_ENV === "development";
  const scripts = ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'"];
  // The barcode decoder is WebAssembly.
  if (isDesk(pathname)) scripts.push("'wasm-unsafe-eval'");
  // React's development build uses eval for stack traces.
  if (isDevelopment) scripts.push("'unsafe-eval'");
  scripts.push(...pay.scripts);
  const connections = [...(isMembers(pathname) ? [PUSH_REGISTRATION] : []), ...pay.connections];
  return [
    "default-src 'self'",
    `script-src ${scripts.join(" ")}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    ["connect-src 'self'", ...connections].join(" "),
    ...(pay.frames.length > 0 ? [`frame-src 'self' ${pay.frames.join(" ")}`] : []),
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** A gateway's frame shows the wallets of the browser, and its window leads back to the page that opened it. */
export function pageHeaders(pathname: string, pay: PayOrigins = closed): Record<string, string> {
  const opens = pay.frames.length > 0;
  const frames = pay.frames.filter((origin) => !origin.includes("*")).map((origin) => `"${origin}"`);
  const payment = opens ? `(self ${frames.join(" ")})` : "()";
  const camera = isDesk(pathname) ? "(self)" : "()";
  return {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": `camera=${camera}, microphone=(), geolocation=(), payment=${payment}, usb=()`,
    "cross-origin-opener-policy": opens ? "same-origin-allow-popups" : "same-origin",
  };
}
