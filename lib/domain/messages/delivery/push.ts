import { and, asc, eq, inArray } from "drizzle-orm";
import { devices } from "@/db/schema";
import type { Database } from "@/db/tenancy";
import type { SendOutcome } from "@/lib/values/delivery";
import type { Message, Queue } from "./place";

export type Device = { id: string; member_id: string; token: string };

/** The devices as they are now: one may have been signed out since the message was written. */
export function devicesOf(db: Database, { organization }: Queue, all: readonly Message[]): Promise<Device[]> {
  const members = all.flatMap(({ member_id }) => (member_id ? [member_id] : []));
  if (members.length === 0) return Promise.resolve([]);
  return db
    .select({ id: devices.id, member_id: devices.member_id, token: devices.token })
    .from(devices)
    .where(and(eq(devices.organization_id, organization.id), inArray(devices.member_id, members)))
    .orderBy(asc(devices.id));
}

const best = ["accepted", "unknown", "later", "misconfigured", "rejected"] as const;

/** Somebody with two devices has been told when one of them was. */
export function together(outcomes: readonly SendOutcome[]): SendOutcome {
  const [first] = [...outcomes].sort((a, b) => best.indexOf(a.outcome) - best.indexOf(b.outcome));
  return (
    first ?? { outcome: "rejected", code: "no_device", message: "No device takes messages any more", disables: null }
  );
}
