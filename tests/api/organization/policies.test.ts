import { expect, test } from "vitest";
import { listMembers } from "@/lib/contracts/members/members";
import { updateOrganization } from "@/lib/contracts/organization/organizations";
import { currentOccupancy } from "@/lib/domain/access/occupancy";
import type { Policies } from "@/lib/values/policies";
import { owe } from "@/tests/support/gym/debts";
import { inside, setPolicies } from "@/tests/support/gym/front-desk";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { newMembership, newVisit } from "@/tests/support/gym/visits";
import { call } from "@/tests/support/http/api";
import { contactAt } from "@/tests/support/messages/contacts";
import { noon } from "@/tests/support/messages/messages";
import { door, insideSince, minutesBefore, regular } from "@/tests/support/policies/door";
import { dunningCases } from "@/tests/support/policies/dunning-cases";
import * as places from "@/tests/support/policies/places";
import type { PolicyCase } from "@/tests/support/policies/policy-case";

const owing = async (gym: Gym, due_on: string) => {
  const member_id = await regular(gym, {}, null);
  await owe(gym, [{ member_id, membership_id: await newMembership(gym, member_id), due_on }]);
  return member_id;
};
const seventeen = { birth_on: "2009-01-10", guardian_name: "Sam", guardian_email: "sam@example.com" };
const paid_and_owing = async (gym: Gym) => {
  const id = await owing(gym, "2026-02-01");
  await newMembership(gym, id);
  return door(gym, id);
};
const lastIn = async (gym: Gym, at: string) => {
  const id = await regular(gym);
  await newVisit(gym, id, { check_in_at: at, check_out_at: at });
};

/** A policy without a line here does not compile. */
const cases: Record<keyof Policies, PolicyCase> = {
  anti_passback_minutes: {
    seen: async (gym) => door(gym, await insideSince(gym, 20)),
    default: ["already_inside"],
    changed: [30, "same visit"],
  },
  second_entry: {
    seen: async (gym) => door(gym, await insideSince(gym, 5)),
    default: "same visit",
    changed: ["deny", "already_inside"],
  },
  double_read_seconds: {
    beside: { second_entry: "deny" },
    seen: async (gym) => door(gym, await insideSince(gym, 0.5)),
    default: "already_inside",
    changed: [60, "same visit"],
  },
  max_visit_minutes: {
    seen: async (gym) => {
      await door(gym, await regular(gym), { at: minutesBefore(130) });
      return (await inside(gym, (db) => currentOccupancy(db, gym.organization_id, noon))).map((room) => room.inside);
    },
    default: [0],
    changed: [180, [1]],
  },
  overdue_grace_days: {
    seen: async (gym) => door(gym, await owing(gym, "2026-03-01")),
    default: ["unpaid"],
    changed: [2, "overdue"],
  },
  overdue_amount_minor: {
    seen: async (gym) => door(gym, await owing(gym, "2026-03-04")),
    default: ["unpaid"],
    changed: [5_900, "overdue"],
  },
  overdue_blocks: { seen: paid_and_owing, default: ["unpaid"], changed: ["person", "overdue"] },
  overdue_self_freeze: { seen: places.ownFreezeWhileOverdue, default: "conflict", changed: ["allow", "frozen"] },
  expiring_days: {
    seen: async (gym) => ({
      ...(await places.expiringEverywhere(gym, "2026-03-25")),
      door: await door(gym, await regular(gym, {}, { ends_on: "2026-03-25" })),
    }),
    default: {
      "list filter": [0, 0],
      "list badge": ["active"],
      counts: 0,
      segment: [0],
      "bulk message": 0,
      "member page": "active",
      "own membership": ["active"],
      "own pass": [],
      door: [],
    },
    changed: [
      20,
      {
        "list filter": [1, 1],
        "list badge": ["expiring"],
        counts: 1,
        segment: [1],
        "bulk message": 1,
        "member page": "expiring",
        "own membership": ["expiring"],
        "own pass": ["Your membership ends on 25 Mar."],
        door: ["expiring"],
      },
    ],
  },
  without_membership: {
    seen: async (gym) => door(gym, await regular(gym, {}, null)),
    default: "no_membership",
    changed: ["warn", ["no_membership"]],
  },
  waiver: {
    seen: async (gym) => door(gym, await regular(gym, { waiver_signed_at: null })),
    default: ["waiver_missing"],
    changed: ["block", "waiver_missing"],
  },
  guardian: {
    seen: async (gym) => door(gym, await regular(gym, seventeen)),
    default: "guardian_missing",
    changed: ["warn", ["guardian_missing"]],
  },
  adult_age: {
    seen: async (gym) => {
      const id = await regular(gym, seventeen);
      return { door: await door(gym, id), messages: (await contactAt(gym, id)).endpoints.email.address };
    },
    default: { door: "guardian_missing", messages: "sam@example.com" },
    changed: [17, { door: [], messages: "alex@example.com" }],
  },
  full_house: {
    seen: async (gym) => {
      await places.changeLocation(gym, { capacity: 1 });
      await insideSince(gym, 30);
      return door(gym, await regular(gym, { email: "kim@example.com" }));
    },
    default: ["full_house"],
    changed: ["deny", "full_house"],
  },
  closed_entry: {
    seen: async (gym) => {
      await places.changeLocation(gym, { opening_hours: {} });
      return door(gym, await regular(gym));
    },
    default: ["location_closed"],
    changed: ["deny", "location_closed"],
  },
  back_fill_hours: {
    seen: async (gym) =>
      door(gym, await regular(gym), { check_in_time: minutesBefore(30 * 60), reason: "The scanner was down" }),
    default: "forbidden",
    changed: [48, []],
  },
  busy_percent: {
    seen: places.levelEverywhere,
    default: { desk: "quiet", dashboard: ["quiet"], live: ["quiet"], "own page": "quiet" },
    changed: [40, { desk: "busy", dashboard: ["busy"], live: ["busy"], "own page": "busy" }],
  },
  full_percent: {
    beside: { busy_percent: 30 },
    seen: places.levelEverywhere,
    default: { desk: "busy", dashboard: ["busy"], live: ["busy"], "own page": "busy" },
    changed: [40, { desk: "full", dashboard: ["full"], live: ["full"], "own page": "full" }],
  },
  quiet_hours_from: {
    seen: (gym) => places.marketingWaits(gym, "2026-03-05T18:00:00Z"),
    default: null,
    changed: ["19:00", "2026-03-06T08:00:00Z"],
  },
  quiet_hours_to: {
    seen: (gym) => places.marketingWaits(gym, "2026-03-05T07:00:00Z"),
    default: "2026-03-05T08:00:00Z",
    changed: ["10:00", "2026-03-05T09:00:00Z"],
  },
  message_hours_from: {
    seen: (gym) => places.reminderGoesOut(gym, "2026-03-05T09:00:00Z"),
    default: ["2026-03-05T09:00:00.000Z"],
    changed: ["12:00", ["2026-03-05T11:00:00.000Z"]],
  },
  message_hours_to: {
    seen: (gym) => places.reminderGoesOut(gym, "2026-03-05T09:00:00Z"),
    default: ["2026-03-05T09:00:00.000Z"],
    changed: ["09:30", ["2026-03-06T07:00:00.000Z"]],
  },
  expiring_notice_days: {
    seen: places.announcedOn,
    default: ["2026-03-05", "2026-03-11"],
    changed: [[3], ["2026-03-09"]],
  },
  invoice_sending: {
    seen: places.invoicesMailed,
    default: 1,
    changed: ["by_hand", 0],
  },
  payment_reminder_days_before: {
    seen: places.paymentRemindedOn,
    default: ["2026-03-09", "2026-03-12", "2026-03-15", "2026-03-19"],
    changed: [7, ["2026-03-05", "2026-03-12", "2026-03-15", "2026-03-19"]],
  },
  payment_reminder_days: {
    seen: places.paymentRemindedOn,
    default: ["2026-03-09", "2026-03-12", "2026-03-15", "2026-03-19"],
    changed: [[5], ["2026-03-09", "2026-03-12", "2026-03-17"]],
  },
  ...dunningCases,
  inactive_days: {
    seen: async (gym) => {
      await lastIn(gym, "2026-02-23T17:00:00Z");
      return places.inactiveOn(gym, "2026-03-05");
    },
    default: { "staff notice": 0, "message to come back": 0 },
    changed: [10, { "staff notice": 1, "message to come back": 1 }],
  },
  re_engagement_pause_days: {
    seen: async (gym) => {
      await lastIn(gym, "2026-02-02T17:00:00Z");
      return places.askedAgain(gym, "2026-03-20");
    },
    default: 0,
    changed: [14, 1],
  },
};

test.each(Object.entries(cases))("the policy %s changes every place that acts by it or shows it", async (name, one) => {
  const seenWith = async (policies: Partial<Policies>) => {
    const gym = await newGym();
    await setPolicies(gym, { ...one.beside, ...policies });
    return one.seen(gym);
  };
  const [value, changed] = one.changed;
  expect(await seenWith({})).toEqual(one.default);
  expect(await seenWith({ [name]: value })).toEqual(changed);
});

test("a policy applies from the next request on, also in cached counts", async () => {
  const gym = await newGym();
  const { token } = gym.people.gym_owner;
  const soon = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  await newMembership(gym, gym.member_id, { ends_on: soon });
  const statuses = async () => (await call(listMembers, {}, { token })).data.map(({ status }) => status);
  expect(await statuses()).toEqual(["active"]);
  await call(updateOrganization, { id: gym.organization_id, policies: { expiring_days: 30 } }, { token });
  expect(await statuses()).toEqual(["expiring"]);
});
