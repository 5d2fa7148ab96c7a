import { env } from "./env";

const isDesk = (pathname: string) => /^\/desk(\/|$)/.test(pathname);

const isMembers = (pathname: string) => /^\/me(\/|$)/.test(pathname);

/** The Firebase SDK registers a member's browser for push messages here. */
const PUSH_REGISTRATION = "https://firebaseinstallations.googleapis.com https://fcmregistrations.googleapis.com";

/** Allows scripts with the nonce and what they load. All other sources are same-origin. */
export function contentSecurityPolicy(pathname: string, nonce: string): string {
  const isDevelopment = env().NODE_ENV === "development";
  const scripts = ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'"];
  // The barcode decoder is WebAssembly.
  if (isDesk(pathname)) scripts.push("'wasm-unsafe-eval'");
  // React's development build uses eval for stack traces.
  if (isDevelopment) scripts.push("'unsafe-eval'");
  return [
    "default-src 'self'",
    `script-src ${scripts.join(" ")}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${isMembers(pathname) ? ` ${PUSH_REGISTRATION}` : ""}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

export function pageHeaders(pathname: string): Record<string, string> {
  const camera = isDesk(pathname) ? "(self)" : "()";
  return {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": `camera=${camera}, microphone=(), geolocation=(), payment=(), usb=()`,
    "cross-origin-opener-policy": "same-origin",
  };
}
