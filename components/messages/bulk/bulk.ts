import type { Output } from "@/lib/contracts/contract";
import type { getBulk, previewBulk } from "@/lib/contracts/messages/notification-bulk";
import type { BulkState } from "@/lib/values/notifications";

export type BulkMessage = Output<typeof getBulk>;
export type BulkPreview = Output<typeof previewBulk>;

export const bulkStateLabels: Record<BulkState, string> = {
  scheduled: "Scheduled",
  preparing: "Preparing",
  sending: "Sending",
  done: "Done",
  cancelled: "Stopped",
  failed: "Failed",
};

export const isMoving = ({ state }: Pick<BulkMessage, "state">): boolean =>
  state === "preparing" || state === "sending";

export const isStoppable = (bulk: Pick<BulkMessage, "state">): boolean =>
  isMoving(bulk) || bulk.state === "scheduled" || bulk.state === "failed";

/** The number of recipients whose message is neither queued nor being sent. */
export function processedCount({ counts, recipients }: Pick<BulkMessage, "counts" | "recipients">): number {
  return Math.max(0, recipients - (counts.queued ?? 0) - (counts.sending ?? 0));
}

export const memberCountText = (count: number, locale: string): string =>
  `${new Intl.NumberFormat(locale).format(count)} ${count === 1 ? "member" : "members"}`;
