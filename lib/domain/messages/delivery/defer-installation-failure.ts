import type { Carrier } from "@/lib/domain/messages/providers";
import type { SendOutcome } from "@/lib/values/delivery";

const hourMs = 60 * 60 * 1000;

/**
 * Only the operator can fix the installation's own vendor, so its messages are retried for a day instead of waiting for new
 * settings.
 */
export function deferInstallationFailure(outcome: SendOutcome, { version }: Pick<Carrier, "version">): SendOutcome {
  if (outcome.outcome !== "misconfigured" || version > 0) return outcome;
  return { outcome: "later", message: outcome.message, retry_after_ms: hourMs };
}
