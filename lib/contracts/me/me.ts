import { z } from "zod";
import { checkIn, exampleCheckIn, exampleVisitor, visitor } from "@/lib/contracts/access/check-ins";
import { occupancyNow } from "@/lib/contracts/access/occupancy";
import { contract } from "@/lib/contracts/contract";
import { id, page, pageOf, version } from "@/lib/contracts/fields";
import { memberInput } from "@/lib/contracts/members/member-fields";
import { calendarDay } from "@/lib/values/calendar-day";
import { entryOutcome, entryReason } from "@/lib/values/entry-reasons";
import { memberStatus, membershipStatus, planKind } from "@/lib/values/statuses";

const tag = "Member's own";

export const ownMembership = z.object({
  id,
  plan_name: z.string(),
  kind: planKind,
  status: membershipStatus,
  /** The one word that a badge says of it; none before its first day. */
  standing: memberStatus,
  starts_on: calendarDay,
  ends_on: calendarDay.nullable(),
  /** The first day without access after a cancellation. */
  cancelled_on: calendarDay.nullable(),
  next_bill_on: calendarDay.nullable(),
  price_minor: z.int(),
  currency: z.string(),
  arrears_minor: z.int(),
  arrears_since_on: calendarDay.nullable(),
  sessions_included: z.int().nullable(),
  sessions_used: z.int(),
  /** The freeze of today or the next one to come. */
  freeze: z.object({ from_on: calendarDay, to_on: calendarDay.nullable() }).nullable(),
  /** Where it opens the door; null: at every location. */
  location_names: z.array(z.string()).nullable(),
});

/** The result of a check-in at the home location now. */
export const ownEntry = z.object({
  outcome: entryOutcome,
  reason: entryReason.nullable(),
  title: z.string(),
  tell_member: z.string(),
  /** What else the member should know, such as that the membership ends soon. */
  notes: z.array(z.string()),
  /** The membership that admits, or that the refusal speaks of. */
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

const exampleProfile = {
  member: {
    ...exampleVisitor,
    email: "member@example.com",
    phone: "+12345678901",
    emergency_contact_name: "Jane Doe",
    emergency_contact_phone: "+12345678902",
    emergency_contact_relation: "sister",
    has_marketing_consent: false,
    joined_on: "2025-06-01",
  },
  home_location: { id: exampleCheckIn.location_id, name: "Fitzroy", time_zone: "Australia/Melbourne" },
  today_on: "2026-03-05",
  entry: {
    outcome: "allowed" as const,
    reason: null,
    title: "Unlimited",
    tell_member: "Come in, John.",
    notes: [],
    membership_id: exampleCheckIn.membership_id,
  },
  memberships: [
    {
      id: exampleCheckIn.membership_id,
      plan_name: "Unlimited",
      kind: "recurring" as const,
      status: "active" as const,
      standing: "active" as const,
      starts_on: "2025-06-01",
      ends_on: null,
      cancelled_on: null,
      next_bill_on: "2026-04-01",
      price_minor: 8900,
      currency: "AUD",
      arrears_minor: 0,
      arrears_since_on: null,
      sessions_included: null,
      sessions_used: 0,
      freeze: null,
      location_names: null,
    },
  ],
  open_visit: null,
  visits_this_month: 4,
  occupancy: {
    location_id: exampleCheckIn.location_id,
    inside: 96,
    capacity: 140,
    percent: 69,
    level: "quiet" as const,
  },
  version: 1,
};

export const getOwnProfile = contract({
  id: "me.get",
  scope: "own",
  method: "GET",
  path: "/api/v1/me",
  access: "pass.read_own",
  tag,
  summary: "Read the signed-in member's own record",
  description: "With what the door would say at the home location right now; asking for it writes nothing.",
  input: z.strictObject({}),
  output: ownProfile,
  errors: ["not_found"],
  example: { input: {}, output: exampleProfile },
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
  summary: "Change how the gym reaches the signed-in member",
  description: "Phone, emergency contact and the consent to advertising. Anything else is changed at the desk.",
  input: ownProfileInput,
  output: ownProfile,
  errors: ["not_found", "invalid_input", "version_conflict"],
  example: {
    input: { has_marketing_consent: true },
    output: { ...exampleProfile, member: { ...exampleProfile.member, has_marketing_consent: true }, version: 2 },
  },
});

export const listOwnCheckIns = contract({
  id: "me.list_check_ins",
  scope: "own",
  method: "GET",
  path: "/api/v1/me/check-ins",
  access: "pass.read_own",
  tag,
  summary: "List the signed-in member's own visits",
  input: z.strictObject(page),
  output: pageOf(checkIn),
  errors: ["malformed_cursor", "not_found"],
  example: { input: {}, output: { data: [exampleCheckIn], next_cursor: null } },
});
