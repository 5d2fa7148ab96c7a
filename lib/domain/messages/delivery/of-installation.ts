import type { Carrier } from "@/lib/domain/messages/providers";
import type { SendOutcome } from "@/lib/values/delivery";

const hourMs = 60 * 60 * 1000;

/** No gym can mend the installation's own vendor: whoever runs the installation has a day to do it. */
export function ofInstallation(outcome: SendOutcome, { version }: Pick<Carrier, "version">): SendOutcome {
  if (outcome.outcome !== "misconfigured" || version > 0) return outcome;
  return { outcome: "later", message: outcome.message, retry_after_ms: hourMs };
}
