import { declineWords } from "@/lib/values/decline-words";
import type { AttemptOrigin, AttemptStatus, DeclineCode } from "@/lib/values/gateways";

export const chargeStatusWords: Record<AttemptStatus, string> = {
  reserved: "Waits for the gateway",
  requires_action: "Waits for the payer",
  processing: "On its way",
  succeeded: "Collected",
  failed: "Declined",
  canceled: "Called off",
};

export const originWords: Record<AttemptOrigin, string> = {
  renewal: "automatic charge",
  retry: "retry",
  new_method: "after a new card",
  staff: "charged by staff",
  desk: "at the desk",
  link: "by link",
  member: "by the member",
};

type Charge = {
  status: AttemptStatus;
  decline_code: DeclineCode | null;
  failure: string | null;
  method_label: string | null;
};

/** One sentence about what became of a charge. The gateway's own is for the tooltip. */
export function chargeSentence({ status, decline_code, failure }: Charge): string | null {
  if (status === "succeeded") return null;
  return decline_code ? `${capitalized(declineWords.en[decline_code])}.` : failure;
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "Visa 4242", or what is known of the method. */
export const methodOf = ({ method_label }: Charge): string => method_label ?? "a method given on a page";
