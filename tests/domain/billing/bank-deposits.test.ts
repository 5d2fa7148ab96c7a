import { describe, expect, test } from "vitest";
import { closeTill, depositCash, listBankDeposits, moveCash, openTill } from "@/lib/domain/billing/till";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { ledgerOf } from "@/tests/support/gym/ledger";
import { code, many, owner } from "@/tests/support/gym/payments";

const deposit = (gym: Gym, amount_minor: number) =>
  depositCash(owner(gym), { location_id: gym.location_id, amount_minor, reference: "Slip 8841" });

/** 3,000 taken out during the day, 6,000 when the till is closed. */
async function fillSafe(gym: Gym) {
  const { id } = await openTill(owner(gym), { location_id: gym.location_id, float_minor: 10_000 });
  await moveCash(owner(gym), { id, kind: "to_safe", amount_minor: 3_000 });
  return closeTill(owner(gym), { id, counted: { "1000": 7 }, left_minor: 1_000 });
}

describe("cash on its way to the bank", () => {
  test("goes from the drawer to the safe, and from the safe to the bank", async () => {
    const gym = await newGym();
    expect(await fillSafe(gym)).toMatchObject({ to_safe_minor: 3_000, left_minor: 1_000 });
    expect(await ledgerOf(gym)).toEqual({ cash: 1_000, safe: 9_000, petty_cash: -10_000 });
    expect(await listBankDeposits(owner(gym), { location_id: gym.location_id })).toMatchObject({ held_minor: 9_000 });
    await deposit(gym, 5_000);
    expect(await ledgerOf(gym)).toEqual({ cash: 1_000, safe: 4_000, bank: 5_000, petty_cash: -10_000 });
    expect(await listBankDeposits(owner(gym), { location_id: gym.location_id })).toMatchObject({
      held_minor: 4_000,
      data: [{ amount_minor: 5_000, reference: "Slip 8841", currency: "EUR" }],
    });
  });

  test("is never more than the safe holds, also for 16 parallel deposits", async () => {
    const gym = await newGym();
    expect(await code(deposit(gym, 1))).toBe("conflict");
    await fillSafe(gym);
    const codes = await Promise.all(many(16).map(() => code(deposit(gym, 2_000))));
    expect(codes.filter((one) => one === "done")).toHaveLength(4);
    expect(codes.filter((one) => one === "conflict")).toHaveLength(12);
    expect(await ledgerOf(gym)).toEqual({ cash: 1_000, safe: 1_000, bank: 8_000, petty_cash: -10_000 });
  });

  test("needs a reason when it is paid out, not when it goes to the safe", async () => {
    const gym = await newGym();
    const { id } = await openTill(owner(gym), { location_id: gym.location_id, float_minor: 10_000 });
    const move = (kind: "paid_in" | "paid_out" | "to_safe") =>
      code(moveCash(owner(gym), { id, kind, amount_minor: 100 }));
    expect([await move("paid_in"), await move("paid_out"), await move("to_safe")]).toEqual([
      "invalid_input",
      "invalid_input",
      "done",
    ]);
  });

  test("is brought to the bank by management alone", async () => {
    const gym = await newGym();
    await fillSafe(gym);
    const atDesk = depositCash(gym.people.receptionist.caller, { location_id: gym.location_id, amount_minor: 100 });
    expect(await code(atDesk)).toBe("forbidden");
  });
});
