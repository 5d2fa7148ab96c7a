import type { dunningSteps } from "@/db/schema";
import type { DunningStopReason } from "@/lib/values/dunning";
import { saidWords, type Words } from "./sentences";

type Step = typeof dunningSteps.$inferSelect;

/** What happened, in one or two sentences. */
export function stepSentence(step: Step, by: string | null, { when }: Words): string {
  const { kind, decline_code, counts, next_try_at, stop_reason, until, note } = step;
  const next = next_try_at ? `Next try ${when(next_try_at)}.` : stop_reason ? stops[stop_reason] : "";
  const who = by ? ` by ${by}` : "";
  const written = (() => {
    switch (kind) {
      case "refused": {
        const said = decline_code ? `The bank said ${saidWords(decline_code)}.` : "The try failed.";
        return counts ? `${said} ${next}` : `${said} This try did not count. ${next}`;
      }
      case "new_method":
        return next_try_at
          ? `The payer gave a new card. ${next}`
          : "The payer gave a new card. An older invoice is tried with it first.";
      case "paused":
        return `Paused${who} ${until ? `until ${when(until)}` : "until it is resumed"}: ${note ?? ""}.`;
      case "resumed":
        return `${by ? `Resumed${who}` : "The pause is over"}. ${next}`;
      case "edited":
        return `The next try was set${who}. ${next}`;
      case "stopped":
        return next;
      case "membership_ended":
        return note ? `The membership could not be ended. ${note}` : "The membership ended, because it was unpaid.";
    }
  })();
  return written.trim();
}

const stops: Record<DunningStopReason, string> = {
  declined_for_good: "The bank asked not to try this card again, so there are no more tries with it.",
  no_tries_left: "There are no more tries.",
  no_method: "There are no more tries, because the payer has no saved card.",
  above_mandate: "There are no more tries, because the amount is above what the payer allowed.",
};
