import { describe, expect, test } from "vitest";
import { listPayments, recordSplitPayment } from "@/lib/domain/billing/payments";
import { currentTill, openTill } from "@/lib/domain/billing/till";
import type { Gym } from "@/tests/support/gym/gym";
import { newGym } from "@/tests/support/gym/gym";
import { newInvoice } from "@/tests/support/gym/invoices";
import { ledgerOf } from "@/tests/support/gym/ledger";
import { code, many, openOf, owner } from "@/tests/support/gym/payments";

const half = [
  { method: "cash" as const, amount_minor: 3_000, handed_over_minor: 5_000 },
  { method: "card_terminal" as const, amount_minor: 2_900, reference: "004712" },
];
const split = (gym: Gym, fields: Partial<Parameters<typeof recordSplitPayment>[1]> = {}) =>
  recordSplitPayment(owner(gym), { member_id: gym.member_id, parts: half, ...fields });
const newTill = (gym: Gym) => openTill(owner(gym), { location_id: gym.location_id, float_minor: 10_000 });

describe("a split payment", () => {
  test("K18 pays the invoices in their order, and what is too much becomes account credit", async () => {
    const gym = await newGym();
    await newTill(gym);
    const first = await newInvoice(gym, { lines: [{ list_minor: 4_000 }] });
    const second = await newInvoice(gym, { lines: [{ list_minor: 1_500 }] });
    const invoices = [
      { id: first.id, amount_minor: 4_000 },
      { id: second.id, amount_minor: 1_500 },
    ];
    const { payments, amount_minor } = await split(gym, { invoices });
    expect(amount_minor).toBe(5_900);
    expect(payments).toMatchObject([
      { method: "cash", handed_over_minor: 5_000, credit_minor: 0, invoices: [{ id: first.id, amount_minor: 3_000 }] },
      {
        ...{ method: "card_terminal", handed_over_minor: null, reference: "004712", credit_minor: 400 },
        invoices: [
          { id: first.id, amount_minor: 1_000 },
          { id: second.id, amount_minor: 1_500 },
        ],
      },
    ]);
    expect(await openOf(gym)).toEqual([]);
    expect(await ledgerOf(gym)).toEqual({
      ...{ cash: 13_000, petty_cash: -10_000, card_terminal: 2_900, customer_credit: -400, revenue: -5_500 },
    });
    const { movements } = await currentTill(owner(gym), { location_id: gym.location_id });
    expect(movements).toMatchObject([{ kind: "payment", amount_minor: 3_000 }]);
  });

  test("K16 records no part when one of them is refused", async () => {
    const gym = await newGym();
    await newInvoice(gym);
    expect(await code(split(gym))).toBe("till_closed");
    await newTill(gym);
    const tooLittle = [{ ...half[0], handed_over_minor: 2_000 } as (typeof half)[0], half[1] as (typeof half)[1]];
    const codes = [
      await code(split(gym, { parts: tooLittle })),
      await code(split(gym, { parts: [half[1] as (typeof half)[1]] })),
      await code(split(gym, { parts: half.map((part) => ({ ...part, handed_over_minor: 9_000 })) })),
      await code(split(gym, { currency: "USD" })),
    ];
    expect(codes).toEqual(many(4).map(() => "invalid_input"));
    expect((await listPayments(owner(gym), {})).data).toEqual([]);
    expect(await openOf(gym)).toEqual([5_900]);
  });

  test("K18 16 parallel splits of one invoice never settle more than is owed", async () => {
    const gym = await newGym();
    await newTill(gym);
    const { id } = await newInvoice(gym, { lines: [{ list_minor: 17_700 }] });
    const codes = await Promise.all(many(16).map(() => code(split(gym, { invoices: [{ id, amount_minor: 5_900 }] }))));
    expect(codes.filter((one) => one === "done")).toHaveLength(3);
    expect(codes.filter((one) => one === "conflict")).toHaveLength(13);
    expect(await ledgerOf(gym)).toEqual({ cash: 19_000, petty_cash: -10_000, card_terminal: 8_700, revenue: -17_700 });
  });
});
