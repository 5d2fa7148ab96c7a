import { Temporal } from "temporal-polyfill";
import { inngest } from "@/inngest/client";
import { Executor } from "@/inngest/embedded";
import type { AppClient } from "@/inngest/embedded/app-client";
import { deliverMessages } from "@/inngest/reactions/deliver-messages";
import { welcome } from "@/inngest/reactions/welcome";
import { wakeQueues } from "@/inngest/schedules/wake-queues";
import { sellMembership } from "@/lib/domain/memberships";
import { setVendorEndpoint } from "@/lib/domain/messages/providers/carrier";
import { type OrganizationCard, systemCaller } from "@/lib/kernel/caller";
import { systemClock } from "@/lib/kernel/clock";
import { snapshotEnvironment } from "@/lib/kernel/env";
import { setEventSender } from "@/lib/kernel/outbox";
import { startOutboxSweep } from "@/lib/kernel/outbox-sweep";
import { renderMail } from "@/lib/providers/email/layout";
import { FastClock } from "./fast-clock";
import { lineTo } from "./process";

export type Order = {
  organization: OrganizationCard;
  endpoint: string;
  clock: { from: string; began: string; times: number };
  sales: { plan_id: string; member_ids: string[] };
};

/**
 * A server of the product in small: on command it sells memberships, and its jobs do what follows from each sale, as
 * inngest/start.ts has it. Only its clock is the test's.
 */
async function work(line: AppClient, { organization, endpoint, clock, sales }: Order): Promise<void> {
  setVendorEndpoint(endpoint);
  const fast = new FastClock(Temporal.Instant.from(clock.from), Temporal.Instant.from(clock.began), clock.times);
  systemClock.now = () => fast.now();
  setEventSender((events) => inngest.send(events));
  startOutboxSweep();
  new Executor({ app: line, poll_ms: 100 }).start();
  const caller = systemCaller("Front desk", organization);
  const { plan_id } = sales;
  const buyers = [...sales.member_ids];
  const till = async () => {
    for (let member_id = buyers.shift(); member_id; member_id = buyers.shift()) {
      await sellMembership(caller, { member_id, plan_id });
      process.send?.("sold");
    }
  };
  await Promise.all(Array.from({ length: 8 }, till));
}

async function standBy(): Promise<void> {
  snapshotEnvironment();
  const line = await lineTo(inngest, [welcome, deliverMessages, wakeQueues]);
  process.once("message", (order: Order) => work(line, order));
  // The first mail loads the components, which would take longer than all that follows.
  await renderMail({
    brand: { name: "Gym", colour: "#0d6b68", logo_url: null, address: null },
    language: "en",
    subject: "Warm",
    body: "Up",
  });
  process.send?.("ready");
}

void standBy();
