import { z } from "zod";
import { calendarDay } from "@/lib/values/calendar-day";
import { membershipStatus, planKind } from "@/lib/values/statuses";
import { checkIn, exampleCheckIn, exampleVisitor, visitor } from "./check-ins";
import { contract } from "./contract";
import { id, instantOut, page, pageOf } from "./fields";
import { occupancyNow } from "./occupancy";

export const ownMembership = z.object({
  id,
  plan_name: z.string(),
  kind: planKind,
  status: membershipStatus,
  starts_on: calendarDay,
  ends_on: calendarDay.nullable(),
  next_bill_on: calendarDay.nullable(),
  price_minor: z.int(),
  currency: z.string(),
  sessions_included: z.int().nullable(),
  sessions_used: z.int(),
  /** The freeze that runs today. */
  freeze: z.object({ from_on: calendarDay, to_on: calendarDay.nullable() }).nullable(),
});

export const ownProfile = z.object({
  member: visitor.extend({
    email: z.string().nullable(),
    phone: z.string().nullable(),
    joined_on: calendarDay,
  }),
  home_location: z.object({ id, name: z.string(), time_zone: z.string() }),
  today_on: calendarDay,
  memberships: z.array(ownMembership),
  open_visit: checkIn.nullable(),
  visits_this_month: z.int().min(0),
  occupancy: occupancyNow,
});

export const getOwnProfile = contract({
  id: "me.get",
  method: "GET",
  path: "/api/v1/me",
  access: "pass.read_own",
  tag: "Member's own",
  summary: "Read the signed-in member's own record",
  input: z.strictObject({}),
  output: ownProfile,
  errors: ["not_found"],
  example: {
    input: {},
    output: {
      member: { ...exampleVisitor, email: "member@example.com", phone: "+12345678901", joined_on: "2025-06-01" },
      home_location: { id: exampleCheckIn.location_id, name: "Fitzroy", time_zone: "Australia/Melbourne" },
      today_on: "2026-03-05",
      memberships: [
        {
          id: exampleCheckIn.membership_id,
          plan_name: "Unlimited",
          kind: "recurring",
          status: "active",
          starts_on: "2025-06-01",
          ends_on: null,
          next_bill_on: "2026-04-01",
          price_minor: 8900,
          currency: "AUD",
          sessions_included: null,
          sessions_used: 0,
          freeze: null,
        },
      ],
      open_visit: null,
      visits_this_month: 4,
      occupancy: { location_id: exampleCheckIn.location_id, inside: 96, capacity: 140, percent: 69, level: "quiet" },
    },
  },
});

export const listOwnCheckIns = contract({
  id: "me.list_check_ins",
  method: "GET",
  path: "/api/v1/me/check-ins",
  access: "pass.read_own",
  tag: "Member's own",
  summary: "List the signed-in member's own visits",
  input: z.strictObject(page),
  output: pageOf(checkIn),
  errors: ["malformed_cursor", "not_found"],
  example: { input: {}, output: { data: [exampleCheckIn], next_cursor: null } },
});

export const pass = z.object({
  /** What the QR shows. */
  text: z.string(),
  shown_from: instantOut,
  shown_until: instantOut,
  expires_at: instantOut,
});

export const getOwnPass = contract({
  id: "me.pass",
  method: "GET",
  path: "/api/v1/me/pass",
  access: "pass.read_own",
  tag: "Member's own",
  summary: "Get the passes for the next ten minutes",
  description:
    "Each pass is valid for a minute, once, and is shown for its first half. They follow each other without a gap, so that a phone without signal goes on showing a valid one. Measure from `now`, not from the phone's clock.",
  input: z.strictObject({}),
  output: z.object({ now: instantOut, passes: z.array(pass) }),
  errors: ["not_found"],
  example: {
    input: {},
    output: {
      now: "2026-03-05T06:42:00.000Z",
      passes: [
        {
          text: "BAAB2C3D4E5F6G7H",
          shown_from: "2026-03-05T06:42:00.000Z",
          shown_until: "2026-03-05T06:42:30.000Z",
          expires_at: "2026-03-05T06:43:00.000Z",
        },
      ],
    },
  },
});
