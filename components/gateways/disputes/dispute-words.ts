import type { DisputeStatus } from "@/lib/values/gateways";

export const disputeStatusWords: Record<DisputeStatus, string> = {
  warning: "Question",
  needs_response: "Answer it",
  under_review: "Bank decides",
  won: "Won",
  lost: "Lost",
};

/** `fraudulent`, `product_not_received`: the gateway's word as a sentence begins it. */
export const reasonWords = (reason: string): string => {
  const words = reason.replaceAll("_", " ").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};
