const LONGEST_MS = 24 * 60 * 60 * 1000;

/** The wait that a vendor asks for, in seconds or until a date, which its own clock (the Date header) tells the way to. */
export function retryAfterMs(headers: Headers): number | null {
  const wanted = headers.get("retry-after")?.trim() ?? "";
  const wait = /^\d+(\.\d+)?$/.test(wanted)
    ? Number(wanted) * 1000
    : Date.parse(wanted) - Date.parse(headers.get("date") ?? "");
  return Number.isFinite(wait) && wait >= 0 ? Math.min(Math.ceil(wait), LONGEST_MS) : null;
}
