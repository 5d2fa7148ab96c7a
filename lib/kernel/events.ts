import { z } from "zod";
import { channels } from "@/lib/values/delivery";
import { scheduleName } from "@/lib/values/notifications";

const id = z.uuid();
const instant = z.iso.datetime({ offset: true });
const day = z.iso.date();
const member = z.object({ member_id: id });
const membership = z.object({ membership_id: id, member_id: id });

/** Payloads of the events, without the organization. Names follow area/noun.verbed. */
export const eventPayloads = {
  "check-ins/visit.opened": z.object({
    check_in_id: id,
    member_id: id,
    location_id: id,
    check_in_at: instant,
    membership_id: id.nullable(),
  }),
  "check-ins/visit.closed": z.object({
    check_in_id: id,
    check_out_at: instant.nullable(),
    check_out_kind: z.string().nullable(),
  }),
  "check-ins/visit.undone": z.object({ check_in_id: id, member_id: id.nullable() }),
  /** Only if the import sends welcome messages (P10). */
  "imports/memberships.imported": z.object({ import_id: id, membership_ids: z.array(id).min(1) }),
  "members/member.created": member,
  "members/member.updated": member,
  "members/member.archived": member,
  "members/member.restored": member,
  "members/member.banned": member,
  "members/member.ban_lifted": member,
  "members/member.photo_changed": member,
  "members/card.issued": member.extend({ card_id: id }),
  "members/card.revoked": member.extend({ card_id: id }),
  "memberships/membership.sold": membership.extend({ total_minor: z.int(), currency: z.string() }),
  "memberships/membership.cancelled": membership.extend({ cancelled_on: day.nullable() }),
  "memberships/cancellation.withdrawn": membership,
  /** The queue has messages to send. One event covers any number of them. */
  "notifications/message.queued": z.object({ channel: z.enum(channels), lane: z.enum(["urgent", "bulk"]) }),
  /** starts_at: null means now. */
  "notifications/bulk.written": z.object({ bulk_id: id, starts_at: instant.nullable() }),
  /** Schedule runs of one schedule at one location, oldest first. */
  "schedules/runs.due": z.object({ schedule: scheduleName, location_id: id, run_ids: z.array(id).min(1) }),
  "staff/role.changed": z.object({ staff_id: id, from: z.string(), to: z.string() }),
  "staff/person.left": z.object({ staff_id: id, user_id: id }),
} as const satisfies Record<string, z.ZodObject>;

export type EventName = keyof typeof eventPayloads;

export type EventPayload<Name extends EventName> = z.output<(typeof eventPayloads)[Name]>;

/** A discriminated union, so that the payload matches the name. */
export type DomainEvent = { [Name in EventName]: { name: Name; payload: EventPayload<Name> } }[EventName];
