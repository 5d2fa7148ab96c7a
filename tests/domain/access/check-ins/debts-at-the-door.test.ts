import { expect, test } from "vitest";
import { issueCreditNote, voidInvoice, writeOffInvoice } from "@/lib/domain/billing/corrections";
import { reversePayment } from "@/lib/domain/billing/payments";
import { getOwnProfile } from "@/lib/domain/me";
import { fixedClock } from "@/lib/kernel/clock";
import type { Policies } from "@/lib/values/policies";
import { owe } from "@/tests/support/gym/debts";
import { setPolicies } from "@/tests/support/gym/front-desk";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { owner, pay, reason } from "@/tests/support/gym/payments";
import { newMembership } from "@/tests/support/gym/visits";
import { door } from "@/tests/support/policies/door";

const clock = fixedClock("2026-03-20T12:00:00Z");

/** A member whose invoices are due on the days. The membership is theirs. */
async function gymWithDebts(debts: { due_on: string; amount_minor?: number }[], policies: Partial<Policies> = {}) {
  const gym = await newGym({ clock });
  await setPolicies(gym, policies);
  const membership_id = await newMembership(gym, gym.member_id);
  const ids = await owe(
    gym,
    debts.map((debt) => ({ member_id: gym.member_id, membership_id, ...debt })),
  );
  return { gym, ids };
}

async function seenAt(gym: Gym, at = "2026-03-20T12:00:00Z") {
  const profile = await getOwnProfile({ ...gym.people.member.caller, clock: fixedClock(at) }, {});
  const [membership] = profile.memberships;
  return {
    door: profile.entry.reason ?? "open",
    standing: membership?.standing,
    overdue: [membership?.overdue_minor, membership?.overdue_since_on],
  };
}

const closed = { door: "overdue", standing: "overdue", overdue: [5_900, "2026-03-01"] };
const open = { door: "open", standing: "active", overdue: [0, null] };

test("I7 a payment at the desk opens the door at once, and its reversal closes it", async () => {
  const { gym } = await gymWithDebts([{ due_on: "2026-03-01" }]);
  expect(await seenAt(gym)).toEqual(closed);
  const { id } = await pay(gym, 5_900);
  expect(await seenAt(gym)).toEqual(open);
  await reversePayment(owner(gym), { id, reason });
  expect(await seenAt(gym)).toEqual(closed);
  expect(await door(gym, gym.member_id, { at: "2026-03-20T12:00:00Z" })).toBe("overdue");
});

test.each([
  ["a write-off", writeOffInvoice],
  ["a void", voidInvoice],
])("I7 %s opens the door at once", async (_, act) => {
  const { gym, ids } = await gymWithDebts([{ due_on: "2026-03-01" }]);
  expect(await seenAt(gym)).toEqual(closed);
  await act(owner(gym), { id: ids[0] ?? "", reason });
  expect(await seenAt(gym)).toEqual(open);
});

test("I7 a partial payment and a credit note leave what is open", async () => {
  const { gym, ids } = await gymWithDebts([{ due_on: "2026-03-01" }], {
    overdue_amount_minor: 3_000,
    overdue_grace_days: 60,
  });
  expect(await seenAt(gym)).toEqual(closed);
  await pay(gym, 2_000);
  expect(await seenAt(gym)).toEqual({ ...closed, overdue: [3_900, "2026-03-01"] });
  await issueCreditNote(owner(gym), { id: ids[0] ?? "", amount_minor: 1_000, reason });
  expect(await seenAt(gym)).toEqual({ ...closed, door: "open", overdue: [2_900, "2026-03-01"] });
});

test("L14 an invoice is overdue from local midnight after its due day, without any job", async () => {
  const { gym } = await gymWithDebts([{ due_on: "2026-03-18" }], { overdue_grace_days: 0 });
  expect(await seenAt(gym, "2026-03-18T22:59:00Z")).toEqual(open);
  expect(await seenAt(gym, "2026-03-18T23:01:00Z")).toEqual({ ...closed, overdue: [5_900, "2026-03-18"] });
});

test("I7 an invoice that is only open adds nothing to what is overdue, until its day has passed", async () => {
  const { gym } = await gymWithDebts(
    [
      { due_on: "2026-03-18", amount_minor: 2_000 },
      { due_on: "2026-03-20", amount_minor: 7_000 },
    ],
    { overdue_amount_minor: 5_000, overdue_grace_days: 30 },
  );
  expect(await seenAt(gym)).toEqual({ door: "open", standing: "overdue", overdue: [2_000, "2026-03-18"] });
  expect(await seenAt(gym, "2026-03-21T12:00:00Z")).toEqual({
    ...{ door: "overdue", standing: "overdue", overdue: [9_000, "2026-03-18"] },
  });
});

test("K7 the grace days pass before the door closes", async () => {
  const { gym } = await gymWithDebts([{ due_on: "2026-03-10" }], { overdue_grace_days: 7 });
  const at = async (day: string) => (await seenAt(gym, `${day}T12:00:00Z`)).door;
  expect([await at("2026-03-17"), await at("2026-03-18")]).toEqual(["open", "overdue"]);
});

test("K8 a debt of one membership leaves a paid one open, unless the person is blocked", async () => {
  const { gym } = await gymWithDebts([{ due_on: "2026-03-01" }]);
  await newMembership(gym, gym.member_id, { plan_name: "Prepaid" });
  expect((await seenAt(gym)).door).toBe("open");
  await setPolicies(gym, { overdue_blocks: "person" });
  expect((await seenAt(gym)).door).toBe("overdue");
});
