import { Temporal } from "temporal-polyfill";
import { endPayout, payOut } from "./balance";
import { followDebit, retryBill } from "./bills";
import { decideDispute, openDispute } from "./disputes";
import { type AnySandboxObject, accountRef, change, type SandboxObject, type Vendor } from "./objects";
import { cancel, endDebit } from "./payments";
import { endRefund } from "./refunds";
import { endPeriod } from "./subscriptions";

/** What one call moves on at most, so that none takes long. The next call goes on. */
const maxSteps = 200;

/** Lets happen what was due until now, each at its own time. */
export async function advance(vendor: Vendor): Promise<void> {
  for (let step = 0; step < maxSteps; step++) {
    const object = await vendor.tx.nextDue(vendor.now);
    if (!object?.due_at) return;
    await moveOn({ ...vendor, now: Temporal.Instant.from(object.due_at) }, object);
  }
}

async function moveOn(vendor: Vendor, object: AnySandboxObject): Promise<void> {
  switch (object.kind) {
    case "account":
      return payOutDaily(vendor, object);
    case "payment": {
      const { status, debit_ends } = object.data;
      if (status !== "processing") return void (await cancel(vendor, object));
      return followDebit(vendor, await endDebit(vendor, object, debit_ends));
    }
    case "refund":
      return void (await endRefund(vendor, object, object.data.is_failing ? "failed" : "succeeded"));
    case "dispute":
      // Without evidence the bank keeps the money. An inquiry ends by itself.
      return void (await decideDispute(vendor, object, object.data.status === "needs_response" ? "lost" : "won"));
    case "coming_dispute":
      return openComing(vendor, object);
    case "payout":
      return void (await endPayout(vendor, object, "paid"));
    case "subscription":
      return void (await endPeriod(vendor, object));
    case "subscription_bill":
      return void (await retryBill(vendor, object));
    default:
      throw new Error(`Nothing is due for a ${object.kind} of the sandbox`);
  }
}

async function openComing(vendor: Vendor, coming: SandboxObject<"coming_dispute">): Promise<void> {
  await change(vendor, coming, {});
  const earlier = await vendor.tx.listByParent("dispute", coming.data.charge_ref);
  if (earlier.length === 0) await openDispute(vendor, coming.data);
}

async function payOutDaily(vendor: Vendor, account: SandboxObject<"account">): Promise<void> {
  await vendor.tx.save({ ...account, due_at: nextMidnight(vendor.now) });
  await payOut(vendor, { is_early: false });
}

/** The vendor's day ends at midnight UTC. */
const nextMidnight = (now: Temporal.Instant): string =>
  now.toZonedDateTimeISO("UTC").toPlainDate().add({ days: 1 }).toZonedDateTime("UTC").toInstant().toString();

/** The account of a gateway that was not used before. */
export const newAccount = (now: Temporal.Instant): SandboxObject<"account"> => ({
  ref: accountRef,
  kind: "account",
  data: { mode: "works", webhooks: "prompt" },
  owner_ref: null,
  parent_ref: null,
  due_at: nextMidnight(now),
  created_at: now.toString(),
});
