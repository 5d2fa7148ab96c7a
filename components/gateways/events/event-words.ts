import type { WebhookStatus } from "@/lib/values/gateways";

export const eventStatusWords: Record<WebhookStatus, string> = {
  received: "Waits",
  processed: "Processed",
  ignored: "Ignored",
  quarantined: "Quarantined",
  failed: "Failed",
};
