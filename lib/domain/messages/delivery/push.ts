import { and, asc, eq, inArray } from "drizzle-orm";
import { devices } from "@/db/schema";
import type { Database } from "@/db/tenancy";
import type { SendOutcome } from "@/lib/values/delivery";
import type { Message, Queue } from "./queue";

export type Device = { id: string; member_id: string; token: string };

/** The current devices. A device may have been removed since the message was created. */
export function devicesOf(db: Database, { organization }: Queue, all: readonly Message[]): Promise<Device[]> {
  const members = all.flatMap(({ member_id }) => (member_id ? [member_id] : []));
  if (members.length === 0) return Promise.resolve([]);
  return db
    .select({ id: devices.id, member_id: devices.member_id, token: devices.token })
    .from(devices)
    .where(and(eq(devices.organization_id, organization.id), inArray(devices.member_id, members)))
    .orderBy(asc(devices.id));
}

const outcomeRank = ["accepted", "unknown", "later", "misconfigured", "rejected"] as const;

/** The outcomeRank outcome over all devices of a member. */
export function mergeOutcomes(outcomes: readonly SendOutcome[]): SendOutcome {
  const [first] = [...outcomes].sort((a, b) => outcomeRank.indexOf(a.outcome) - outcomeRank.indexOf(b.outcome));
  return (
    first ?? { outcome: "rejected", code: "no_device", message: "The member has no registered device", disables: null }
  );
}
