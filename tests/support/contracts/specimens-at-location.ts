import type { Contract } from "@/lib/contracts/contract";
import { inviteMembers } from "@/lib/domain/identity/member-invitations";
import { createPriceIncrease } from "@/lib/domain/memberships/pricing";
import { createBulk, failBulk } from "@/lib/domain/messages/bulk";
import { updateLocation } from "@/lib/domain/organization/locations";
import { createScheduleRun } from "@/lib/domain/platform/schedules";
import { createInvitation } from "@/lib/domain/team";
import { systemCaller } from "@/lib/kernel/caller";
import { systemClock } from "@/lib/kernel/clock";
import { addDays, dayAt } from "@/lib/values/calendar-day";
import { type Gym, newMember, newUser } from "@/tests/support/gym/gym";
import { csv, uploadCsv } from "@/tests/support/gym/imports";
import { newPlan, newSale } from "@/tests/support/gym/plans";
import { newBoundStaff } from "@/tests/support/gym/team";
import { newBlock } from "@/tests/support/messages/contacts";
import { notifyMembers } from "@/tests/support/messages/messages";
import { specimen } from "./specimens";

type Made = (gym: Gym) => Promise<Record<string, unknown>>;

const plan: Made = async (gym) => ({ id: (await newPlan(gym, { location_ids: [gym.location_id] })).id });
const newPrice = () => ({
  price_minor: 6400,
  effective_on: addDays(dayAt(systemClock.now().toString(), "Europe/Berlin"), 40),
  applies_to: "everyone" as const,
});
const colleague: Made = async (gym) => ({
  id: (await newBoundStaff(gym, "trainer", [gym.location_id])).caller.staff_id,
});
const invitation: Made = async (gym) => {
  const { email } = await newUser();
  const terms = { email, role: "receptionist" as const, location_ids: [gym.location_id] };
  return { id: (await createInvitation(gym.people.gym_owner.caller, terms)).id };
};
const bulk: Made = async (gym) => {
  const { caller } = await newBoundStaff(gym, "admin", [gym.location_id]);
  const words = { channel: "email", category: "reminder", subject: "Easter", body: "We open at 10." } as const;
  return { id: (await createBulk(caller, { name: "Easter", filters: { archived: "no" }, ...words })).id };
};

/** Where the usual specimen belongs to the whole organization: one that belongs to the gym's first location. */
const made: Record<string, Made> = {
  "member_invitations.get_many": async (gym) => {
    const { caller } = await newBoundStaff(gym, "admin", [gym.location_id]);
    return { id: (await inviteMembers(caller, { member_ids: [await newMember(gym)] })).id };
  },
  "membership_plans.get": plan,
  "membership_plans.archive": plan,
  "membership_plans.restore": plan,
  "membership_plans.update": async (gym) => ({ ...(await plan(gym)), price_minor: 6400 }),
  "membership_plans.create": async (gym) => ({
    name: `Off-peak ${crypto.randomUUID()}`,
    kind: "recurring",
    price_minor: 5900,
    location_ids: [gym.location_id],
  }),
  "price_increases.list": plan,
  "price_increases.preview": async (gym) => ({ ...(await plan(gym)), ...newPrice() }),
  "price_increases.create": async (gym) => ({ ...(await plan(gym)), ...newPrice() }),
  "price_increases.notices": async (gym) => {
    const { id } = await plan(gym);
    const wanted = { id: String(id), ...newPrice() };
    return { id, increase_id: (await createPriceIncrease(gym.people.gym_owner.caller, wanted)).id };
  },
  "price_increases.withdraw": async (gym) => {
    const { id } = await plan(gym);
    await createPriceIncrease(gym.people.gym_owner.caller, { id: String(id), ...newPrice() });
    return { id };
  },
  "price_rules.get": plan,
  "price_rules.put": async (gym) => ({ ...(await plan(gym)), rules: [] }),
  "membership_plans.list": async (gym) => {
    await plan(gym);
    return {};
  },
  "staff.get": colleague,
  "staff.update": async (gym) => ({ ...(await colleague(gym)), title: "Head coach" }),
  "staff.remove": colleague,
  "staff.list": async (gym) => {
    await colleague(gym);
    return {};
  },
  "invitations.resend": invitation,
  "invitations.revoke": invitation,
  "invitations.list": async (gym) => {
    await invitation(gym);
    return {};
  },
  "invitations.create": async (gym) => ({
    email: (await newUser()).email,
    role: "receptionist",
    location_ids: [gym.location_id],
  }),
  "notifications.get_bulk": bulk,
  "notifications.cancel_bulk": bulk,
  "notifications.retry_bulk": async (gym) => {
    const { id } = await bulk(gym);
    await failBulk(systemCaller("Bulk message", gym.organization), { bulk_id: String(id) });
    return { id };
  },
  "notifications.list_bulk": async (gym) => {
    await bulk(gym);
    return {};
  },
  "notification_preferences.lift_block": async (gym) => {
    const email = `m-${crypto.randomUUID()}@example.com`;
    await newMember(gym, { email });
    return { id: await newBlock(gym, { address: email }) };
  },
  "audit.list": async (gym) => {
    await updateLocation(gym.people.gym_owner.caller, { id: gym.location_id, capacity: 140 });
    return {};
  },
  "imports.list": async (gym) => {
    await uploadCsv(gym, csv("First name,Last name", "Ada,Okafor"));
    return {};
  },
  "memberships.list": async (gym) => {
    await newSale(gym);
    return {};
  },
  "notifications.list": async (gym) => {
    const member_id = await newMember(gym, { email: `m-${crypto.randomUUID()}@example.com` });
    const variables = { plan_name: "Unlimited", starts_on: "2026-03-12" };
    await notifyMembers(gym, "welcome", [{ member_id, event_key: "welcome:1", variables }]);
    return {};
  },
  "schedule_runs.list": async (gym) => {
    const run_on = dayAt(systemClock.now().toString(), "Europe/Berlin");
    const day = { schedule: "birthday", location_id: gym.location_id, run_on } as const;
    await createScheduleRun(gym.people.gym_owner.caller, day);
    return {};
  },
  // The first location is the home of members, so that it stays open.
  "locations.archive": async (gym) => ({ id: gym.location_id }),
};

/** An input about something that belongs to the gym's first location and to no other. */
export async function specimenAtLocation(contract: Contract, gym: Gym): Promise<Record<string, unknown>> {
  const input = await (made[contract.id]?.(gym) ?? specimen(contract, gym));
  if (!input) throw new Error(`give ${contract.id} a specimen in tests/support/specimens`);
  return input;
}
