import type { Temporal } from "temporal-polyfill";
import { passLifetimeSeconds, writePass } from "./pass";

/** Each pass is shown for half its lifetime, so that it is replaced well before it expires. */
const shownSeconds = passLifetimeSeconds / 2;
const aheadMinutes = 10;

/** Consecutive passes for ten minutes, for a phone that may go offline. */
export function passesAhead(owner: { organization_id: string; member_id: string }, now: Temporal.Instant) {
  return Array.from({ length: (aheadMinutes * 60) / shownSeconds }, (_, index) => {
    const shown_from = now.add({ seconds: index * shownSeconds });
    const expires_at = shown_from.add({ seconds: passLifetimeSeconds });
    return {
      text: writePass({ ...owner, expires_at }),
      shown_from: shown_from.toString(),
      shown_until: shown_from.add({ seconds: shownSeconds }).toString(),
      expires_at: expires_at.toString(),
    };
  });
}
