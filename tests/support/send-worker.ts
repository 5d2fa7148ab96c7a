import { Temporal } from "temporal-polyfill";
import { setVendorEndpoint } from "@/lib/domain/message-providers";
import { deliver } from "@/lib/domain/notifications";
import type { OrganizationCard } from "@/lib/kernel/caller";
import { renderMail } from "@/lib/providers/email/layout";

export type Order = { organization: OrganizationCard; endpoint: string; at: string; looks: number };

/** A process that empties a queue as soon as it is told to, so that it can be killed while it does. */
process.on("message", async ({ organization, endpoint, at, looks }: Order) => {
  setVendorEndpoint(endpoint);
  let now = Temporal.Instant.from(at);
  // As the minute's sweep would: what asked for patience is looked at again and again, for some hours of its own clock.
  for (let look = 0; look < looks; look++) {
    const turn = await deliver({ organization, channel: "email", lane: "urgent", clock: { now: () => now } });
    now = now.add({ milliseconds: turn.again_in_ms ?? 600_000 });
  }
  process.send?.("done");
});
// The first mail loads the components, which would take longer than all that follows.
await renderMail({
  brand: { name: "Gym", colour: "#0d6b68", logo_url: null, address: null },
  language: "en",
  subject: "Warm",
  body: "Up",
});
process.send?.("ready");
