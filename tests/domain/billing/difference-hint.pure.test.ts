import { describe, expect, test } from "vitest";
import { differenceHint } from "@/components/billing/till/desk/difference-hint";
import { likelyAmounts } from "@/components/billing/till/desk/handed-over";
import { shareOut } from "@/lib/domain/billing/payments/share-out";

const movement = { id: "1", payer_name: "Yuki Tanabe", change_minor: null, created_at: "2026-03-05T06:42:00.000Z" };
const payment = (amount_minor: number, change_minor: number | null = null) => ({
  ...{ ...movement, kind: "payment" as const, amount_minor, change_minor },
});
const pieces = [10_000, 5_000, 2_000, 1_000, 500, 100];
const guess = (difference_minor: number, movements: Parameters<typeof differenceHint>[1]) =>
  differenceHint(difference_minor, movements, pieces)?.guess ?? null;

describe("the hint of a difference", () => {
  test("names a payment of exactly the missing cash, and no payment of too much cash", () => {
    expect(guess(-2_500, [payment(2_500)])).toBe("not_in_cash");
    expect(guess(2_500, [payment(2_500)])).toBeNull();
  });
  test("names a movement that was recorded the wrong way round", () => {
    expect(guess(-3_000, [{ ...movement, kind: "paid_in", amount_minor: 1_500 }])).toBe("wrong_direction");
    expect(guess(3_000, [{ ...movement, kind: "paid_out", amount_minor: -1_500 }])).toBe("wrong_direction");
  });
  test("names a refund that did not leave the drawer", () => {
    expect(guess(1_200, [{ ...movement, kind: "refund", amount_minor: -1_200 }])).toBe("taken_back");
  });
  test("names the change of a payment where one note or coin makes the difference", () => {
    expect(guess(-500, [payment(4_000, 1_000)])).toBe("wrong_change");
    expect(guess(-700, [payment(4_000, 1_000)])).toBeNull();
    expect(guess(-500, [payment(4_000, 100)])).toBeNull();
  });
});

test("the amounts that are handed over begin with the exact one", () => {
  expect(likelyAmounts(4_000, "USD")).toEqual([4_000, 5_000, 10_000]);
  expect(likelyAmounts(3_350, "USD")).toEqual([3_350, 4_000, 5_000, 10_000]);
});

test("the parts of a split pay the invoices in their order", () => {
  const shares = [
    { id: "a", amount_minor: 300 },
    { id: "b", amount_minor: 200 },
  ];
  expect(shareOut([{ amount_minor: 350 }, { amount_minor: 250 }], shares)).toEqual([
    [
      { id: "a", amount_minor: 300 },
      { id: "b", amount_minor: 50 },
    ],
    [{ id: "b", amount_minor: 150 }],
  ]);
});
