import { describe, expect, test } from "vitest";
import { closeTill, depositCash, listBankDeposits, openTill } from "@/lib/domain/billing/till";
import type { FloatSource } from "@/lib/values/billing";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { ledgerOf } from "@/tests/support/gym/ledger";
import { code, owner } from "@/tests/support/gym/payments";

const open = (gym: Gym, float_minor: number, float_source?: FloatSource) =>
  openTill(owner(gym), { location_id: gym.location_id, float_minor, ...(float_source && { float_source }) });

/** A day that began with 100.00 in coins of the owner: 30.00 stay in the drawer, 70.00 are in the safe. */
async function afterOneDay(): Promise<Gym> {
  const gym = await newGym();
  const { id } = await open(gym, 10_000);
  await closeTill(owner(gym), { id, counted: { "1000": 10 }, left_minor: 3_000 });
  return gym;
}

const held = async (gym: Gym) => (await listBankDeposits(owner(gym), { location_id: gym.location_id })).held_minor;

describe("the float of a till", () => {
  test("comes from outside the first time, and is booked by nothing where it stayed in the drawer", async () => {
    const gym = await newGym();
    expect(await open(gym, 10_000)).toMatchObject({ float_change_minor: 10_000, float_source: "outside" });
    expect(await ledgerOf(gym)).toEqual({ cash: 10_000, petty_cash: -10_000 });
    const next = await afterOneDay();
    expect(await open(next, 3_000)).toMatchObject({ float_change_minor: 0, float_source: null });
    expect(await ledgerOf(next)).toEqual({ cash: 3_000, safe: 7_000, petty_cash: -10_000 });
  });

  test.each<[FloatSource | undefined, number, Record<string, number>]>([
    ["safe", 5_000, { cash: 5_000, safe: 5_000, petty_cash: -10_000 }],
    ["safe", 1_000, { cash: 1_000, safe: 9_000, petty_cash: -10_000 }],
    ["outside", 5_000, { cash: 5_000, safe: 7_000, petty_cash: -12_000 }],
    ["difference", 2_900, { cash: 2_900, safe: 7_000, petty_cash: -10_000, till_difference: 100 }],
    [undefined, 3_050, { cash: 3_050, safe: 7_000, petty_cash: -10_000, till_difference: -50 }],
  ])("from %s, with %i", async (source, float_minor, ledger) => {
    const gym = await afterOneDay();
    await open(gym, float_minor, source);
    expect(await ledgerOf(gym)).toEqual(ledger);
    expect(await held(gym)).toBe(ledger.safe);
  });

  test("never takes more out of the safe than it holds, also beside a deposit", async () => {
    const gym = await afterOneDay();
    expect(await code(open(gym, 10_001, "safe"))).toBe("conflict");
    const codes = await Promise.all([
      code(open(gym, 8_000, "safe")),
      code(depositCash(owner(gym), { location_id: gym.location_id, amount_minor: 5_000 })),
    ]);
    expect(codes.toSorted()).toEqual(["conflict", "done"]);
  });
});
