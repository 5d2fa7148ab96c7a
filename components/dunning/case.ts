import type { Output } from "@/lib/contracts/contract";
import type { getDunning, listDunning, summarizeDunning } from "@/lib/contracts/dunning/dunning";
import type { DunningGroup } from "@/lib/values/dunning";

export type DunningCase = Output<typeof listDunning>["data"][number];
export type DunningStory = Output<typeof getDunning>;
export type DunningSummary = Output<typeof summarizeDunning>;

/** The name of a group, and what is true of all its invoices. */
export const groupWords: Record<DunningGroup, { title: string; note: string }> = {
  retry_soon: { title: "Tried within a day", note: "at the time of the schedule, where the gym is" },
  retry_later: { title: "Tried later", note: "the day stands in each row" },
  paused: { title: "Paused", note: "nothing is tried, and nothing follows" },
  dispute_open: { title: "Dispute open", note: "nothing is tried until the bank has decided" },
  needs_method: { title: "Needs a new card", note: "no more tries with this card" },
  tries_over: { title: "Every try failed", note: "the door is still open" },
  door_closed: { title: "Blocked at the door", note: "every try failed, and the days of grace are over" },
  write_off_soon: { title: "To be written off", note: "within a week" },
};
