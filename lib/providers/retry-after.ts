const MAX_DELAY_MS = 24 * 60 * 60 * 1000;

/** Retry-After in seconds or as a date. A date is relative to the vendor's clock (Date header). */
export function retryAfterMs(headers: Headers): number | null {
  const wanted = headers.get("retry-after")?.trim() ?? "";
  const wait = /^\d+(\.\d+)?$/.test(wanted)
    ? Number(wanted) * 1000
    : Date.parse(wanted) - Date.parse(headers.get("date") ?? "");
  return Number.isFinite(wait) && wait >= 0 ? Math.min(Math.ceil(wait), MAX_DELAY_MS) : null;
}
