import { triesOf } from "@/lib/domain/dunning/schedule";
import { addDays, type CalendarDay } from "@/lib/values/calendar-day";
import { counted } from "@/lib/values/counted";
import { declineWords } from "@/lib/values/decline-words";
import type { DeclineCode } from "@/lib/values/gateways";
import { entryRefusedFrom } from "@/lib/values/membership-rules/overdue-entry";
import type { Policies } from "@/lib/values/policies";
import type { StoredCase } from "./select";
import { ordinal, type timeWords } from "./words";

export type Words = ReturnType<typeof timeWords>;

export const saidWords = (code: DeclineCode): string => declineWords.en[code];

type Next = { title: string; sentence: string };

/** What happens next and why, for a case that has not ended. */
export function nextOf(row: StoredCase, policies: Policies, words: Words): Next {
  const all = triesOf(policies);
  const because = reasonOf(row, words);
  if (row.dispute_id && row.status !== "ended")
    return {
      title: "Dispute open",
      sentence: "The payer's bank has not decided a dispute of this invoice. Nothing is tried until it has.",
    };
  switch (row.status) {
    case "ended":
      return endedOf(row, words);
    case "paused": {
      const until = row.paused_until ? `until ${words.when(row.paused_until)}` : "until staff resume it";
      const by = row.paused_by_name ? ` by ${row.paused_by_name}` : "";
      const title = row.paused_until ? `Paused to ${words.dayOf(row.paused_until)}` : "Paused";
      return { title, sentence: `Paused${by} ${until}: ${row.pause_reason ?? ""}.` };
    }
    case "stopped":
      return stoppedOf(row, all, because);
    default:
      return triedOf(row, all, because, words);
  }
}

function triedOf(row: StoredCase, all: number, because: string, { when }: Words): Next {
  const { next_try_at, next_try_source, tries } = row;
  if (row.is_in_line)
    return {
      title: "After an older invoice",
      sentence: "It is tried with the new card as soon as an older invoice of the payer is paid.",
    };
  if (!next_try_at)
    return { title: "A try is under way", sentence: "A try is under way. The bank has not answered yet." };
  const at = when(next_try_at);
  switch (next_try_source) {
    case "new_method":
      return { title: "Tried with the new card", sentence: `Next try ${at}, with the payer's new card.` };
    case "gateway":
      return {
        title: "Waits for the gateway",
        sentence: `Next try ${at}, because the payment gateway could not be used. The try does not count.`,
      };
    case "edited":
      return {
        title: "Try set by staff",
        sentence: `Next try ${at}, as staff set it${because ? `, ${because}` : ""}.`,
      };
    default: {
      const number = tries + 1;
      const title = number === all ? `Last of ${counted(all, "try", "tries")}` : `${ordinal(number)} try`;
      return { title, sentence: `Next try ${at}${because ? `, ${because}` : ""}.` };
    }
  }
}

function stoppedOf({ stop_reason, tries }: StoredCase, all: number, because: string): Next {
  const why = because ? `, ${because}` : "";
  switch (stop_reason) {
    case "no_method":
      return {
        title: "Needs a card",
        sentence: "There are no more tries, because the payer has no saved card. Send a link to pay.",
      };
    case "above_mandate":
      return {
        title: "Needs a new mandate",
        sentence: "There are no more tries, because the amount is above what the payer allowed. Ask for a new mandate.",
      };
    case "declined_for_good":
      return { title: "Needs a new card", sentence: `This card is not tried again${why}. Ask for another one.` };
    default:
      return {
        title: "Every try failed",
        sentence: `${Math.max(tries, all) === 1 ? "The only try" : `All ${Math.max(tries, all)} tries`} failed${why}. Ask for another card, or take the money by hand.`,
      };
  }
}

function endedOf({ end_reason, ended_at }: StoredCase, { dayOf }: Words): Next {
  const on = ended_at ? ` on ${dayOf(ended_at)}` : "";
  switch (end_reason) {
    case "written_off":
      return { title: "Written off", sentence: `The invoice was written off${on}.` };
    case "void":
      return { title: "Void", sentence: `The invoice was voided${on}.` };
    case "credited":
      return { title: "Settled by credit", sentence: `The invoice was settled by credit${on}.` };
    default:
      return { title: "Paid", sentence: `The invoice was paid${on}.` };
  }
}

/** "because the bank said insufficient funds on Tuesday" */
const reasonOf = ({ last_decline_code, last_failed_at }: StoredCase, { dayOf }: Words): string =>
  last_decline_code && last_failed_at
    ? `because the bank said ${saidWords(last_decline_code)} on ${dayOf(last_failed_at)}`
    : "";

export type ConsequenceDays = {
  entry_refused_from: CalendarDay | null;
  membership_ends_on: CalendarDay | null;
  written_off_on: CalendarDay | null;
};

/** The days from which something follows, by the rules of the organization. */
export function consequenceDays(row: StoredCase, policies: Policies): ConsequenceDays {
  const { due_on, has_membership, status } = row;
  const { unpaid_ends_membership_days: end_days, unpaid_write_off_days: write_off_days } = policies;
  const is_over = status === "ended";
  // What ends for good waits for the decision of the bank.
  const waits = is_over || row.dispute_id !== null;
  return {
    entry_refused_from: has_membership && !is_over ? entryRefusedFrom(due_on, policies) : null,
    membership_ends_on: has_membership && !waits && end_days !== null ? addDays(due_on, end_days) : null,
    written_off_on: !waits && write_off_days !== null ? addDays(due_on, write_off_days) : null,
  };
}

/** What follows if the invoice stays unpaid, in the order of the days. */
export function consequencesOf(days: ConsequenceDays, today: CalendarDay, { day }: Words): string[] {
  const { entry_refused_from: refused, membership_ends_on: ends, written_off_on: written_off } = days;
  const all = [
    refused && {
      on: refused,
      text:
        refused <= today
          ? `The door refuses entry since ${day(refused)}.`
          : `From ${day(refused)} the door refuses entry.`,
    },
    ends && { on: ends, text: ends <= today ? "The membership ends." : `On ${day(ends)} the membership ends.` },
    written_off && {
      on: written_off,
      text: written_off <= today ? "It is written off next." : `On ${day(written_off)} it is written off.`,
    },
  ];
  return all
    .flatMap((one) => one || [])
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .map(({ text }) => text);
}
