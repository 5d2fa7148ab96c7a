import { z } from "zod";
import { checkIn, visitor } from "@/lib/contracts/access/check-ins";
import { occupancyNow } from "@/lib/contracts/access/occupancy";
import { contract } from "@/lib/contracts/contract";
import { id, page, pageOf, version } from "@/lib/contracts/fields";
import { memberInput } from "@/lib/contracts/members/member-fields";
import { calendarDay } from "@/lib/values/schemas/calendar-day";
import { entryOutcome, entryReason } from "@/lib/values/schemas/entry-reasons";
import { memberStatus, membershipStatus, planKind } from "@/lib/values/schemas/statuses";

const tag = "Member's own";

export const ownMembership = z.object({
  id,
  plan_name: z.string(),
  kind: planKind,
  status: membershipStatus,
  /** The status that a badge shows; "none" before the first day. */
  standing: memberStatus,
  starts_on: calendarDay,
  ends_on: calendarDay.nullable(),
  /** The first day without access after a cancellation. */
  cancelled_on: calendarDay.nullable(),
  next_bill_on: calendarDay.nullable(),
  price_minor: z.int(),
  currency: z.string(),
  /** What is open of invoices whose due day has passed. */
  overdue_minor: z.int(),
  /** The day on which the oldest of them was due. */
  overdue_since_on: calendarDay.nullable(),
  sessions_included: z.int().nullable(),
  sessions_used: z.int(),
  /** The current freeze, otherwise the next one. */
  freeze: z.object({ from_on: calendarDay, to_on: calendarDay.nullable() }).nullable(),
  /** The locations that it gives access to; null: every location. */
  location_names: z.array(z.string()).nullable(),
});

/** The result that a check-in at the home location would have now. */
const ownEntry = z.object({
  outcome: entryOutcome,
  reason: entryReason.nullable(),
  title: z.string(),
  tell_member: z.string(),
  /** Warnings, such as that the membership ends soon. */
  notes: z.array(z.string()),
  /** The membership that admits the member, or that the denial refers to. */
  membership_id: id.nullable(),
});

export const ownProfile = z.object({
  member: visitor.extend({
    email: z.string().nullable(),
    phone: z.string().nullable(),
    emergency_contact_name: z.string().nullable(),
    emergency_contact_phone: z.string().nullable(),
    emergency_contact_relation: z.string().nullable(),
    has_marketing_consent: z.boolean(),
    joined_on: calendarDay,
  }),
  home_location: z.object({ id, name: z.string(), time_zone: z.string() }),
  today_on: calendarDay,
  entry: ownEntry,
  memberships: z.array(ownMembership),
  open_visit: checkIn.nullable(),
  visits_this_month: z.int().min(0),
  occupancy: occupancyNow,
  version,
});

export const getOwnProfile = contract({
  id: "me.get",
  scope: "own",
  method: "GET",
  path: "/api/v1/me",
  access: "pass.read_own",
  tag,
  input: z.strictObject({}),
  output: ownProfile,
  errors: ["not_found"],
});

const { phone, emergency_contact_name, emergency_contact_phone, emergency_contact_relation, has_marketing_consent } =
  memberInput;

/** Staff verify name, e-mail and birthday. Members may change the other contact details. */
export const ownProfileInput = z
  .strictObject({
    phone,
    emergency_contact_name,
    emergency_contact_phone,
    emergency_contact_relation,
    has_marketing_consent,
  })
  .partial();

export const updateOwnProfile = contract({
  id: "me.update",
  scope: "own",
  method: "PATCH",
  path: "/api/v1/me",
  access: "profile.write_own",
  tag,
  input: ownProfileInput,
  output: ownProfile,
  errors: ["not_found", "invalid_input", "version_conflict"],
});

export const listOwnCheckIns = contract({
  id: "me.list_check_ins",
  scope: "own",
  method: "GET",
  path: "/api/v1/me/check-ins",
  access: "pass.read_own",
  tag,
  input: z.strictObject(page),
  output: pageOf(checkIn),
  errors: ["malformed_cursor", "not_found"],
});

const ownPerson = z.object({ member_id: id, first_name: z.string(), last_name: z.string(), is_shown: z.boolean() });

export const listOwnPeople = contract({
  id: "me.list_people",
  scope: "own",
  method: "GET",
  path: "/api/v1/me/people",
  access: "pass.read_own",
  tag,
  input: z.strictObject({}),
  /** The member that the caller is, if any, then the minors whose guardian has the caller's address. */
  output: z.object({ data: z.array(ownPerson.extend({ is_self: z.boolean() })) }),
  errors: ["not_found"],
});

export const showOwnPerson = contract({
  id: "me.show_person",
  scope: "own",
  method: "POST",
  path: "/api/v1/me/people",
  access: "pass.read_own",
  tag,
  input: z.strictObject({ member_id: id }),
  output: ownPerson,
  errors: ["not_found"],
});
