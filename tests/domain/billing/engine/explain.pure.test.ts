import { expect, test } from "vitest";
import {
  billThrough,
  cancelMembership,
  changeFreezeEnd,
  changePlan,
  explain,
  freezeMembership,
  type Line,
  moveStart,
  openMembership,
  withdrawCancellation,
} from "@/lib/domain/billing/engine";
import { anytime, offPeak, opened, reached, sale } from "./sales";

const months: Record<string, string> = { "05": "May", "06": "June", "07": "July", "09": "September" };
const month = (day: string) => months[day.slice(5, 7)];
const dayOf = (day: string) => Number(day.slice(8));
const day = (on: string) => `${dayOf(on)} ${month(on)}`;
const formatters = {
  money: (minor: number) => (minor / 100).toFixed(2),
  day,
  days: (from: string, to: string) =>
    month(from) === month(to) ? `${dayOf(from)} to ${day(to)}` : `${day(from)} to ${day(to)}`,
};
const sentences = ({ lines }: { lines: Line[] }) => lines.map((line) => explain(line, formatters));

const june = () => reached(opened("2026-05-01"), "2026-06-01");

test("C11 a plan change explains its credit and its charge", () => {
  expect(sentences(changePlan(june(), { ...anytime, when: "now", on: "2026-06-16" }))).toEqual([
    "29.50 = 59.00 × 15 of 30 days, 16 to 30 June, because the plan changed from Off-peak to Anytime on 16 June.",
    "39.50 = 79.00 × 15 of 30 days, 16 to 30 June, because the plan changed from Off-peak to Anytime on 16 June.",
  ]);
  const quarterly = { ...anytime, interval_count: 3, price_minor: 20_000 };
  expect(sentences(changePlan(june(), { ...quarterly, when: "now", on: "2026-06-16" }))[1]).toBe(
    "200.00, 16 June to 15 September, because the plan changed from Off-peak to Anytime on 16 June.",
  );
});

test("C21 the lines of a sale explain themselves, with their discounts", () => {
  const discounts = [
    {
      ...{ id: "d1", label: "Student", value: { percent_bp: 1000 }, periods: null, used_periods: 0 },
      ...{ from_on: "2026-01-01", until_on: null, applies_to: "both" as const },
    },
  ];
  const sold = { joining_fee_minor: 2000, discounts };
  expect(sentences(openMembership(sale("2026-05-01", sold)))).toEqual([
    "53.10 = 59.00 − 5.90 (Student), 1 to 31 May, for period 1.",
    "18.00 = 20.00 − 2.00 (Student), for joining.",
  ]);
  expect(sentences(openMembership(sale("2026-05-01", { first_period: "free" })))).toEqual([
    "0.00, 1 to 31 May, because the first period is free.",
  ]);
  expect(sentences(openMembership(sale("2026-05-01", { prepaid_periods: 3 })))).toEqual([
    "177.00 = 3 × 59.00, 1 May to 31 July, because these periods are prepaid.",
  ]);
  expect(sentences(openMembership(sale("2026-06-16", { ...sold, term: { ...offPeak, billing_day: 1 } })))[0]).toBe(
    "26.55 = 59.00 × 15 of 30 days − 2.95 (Student), 16 to 30 June, because the bill falls on day 1 of the month.",
  );
});

test("F1 a cancellation explains the part that it leaves, what it gives back, and the rest after a withdrawal", () => {
  const request = { at: { day: "2026-07-11" }, on: "2026-06-16", overrides_min_term: false, credit_unused: false };
  const cancelled = billThrough(cancelMembership(june(), request).state, "2026-07-01");
  expect(sentences(cancelled)).toEqual([
    "19.03 = 59.00 × 10 of 31 days, 1 to 10 July, because the membership is cancelled from 11 July.",
  ]);
  const withdrawn = withdrawCancellation(cancelled.state, "2026-07-05").state;
  expect(sentences(billThrough(withdrawn, "2026-07-11"))).toEqual([
    "39.97 = 59.00 × 21 of 31 days, 11 to 31 July, because the cancellation was withdrawn.",
  ]);
  expect(sentences(cancelMembership(june(), { ...request, at: "now", credit_unused: true }))).toEqual([
    "29.50 = 59.00 × 15 of 30 days, 16 to 30 June, because the membership ended before 16 June.",
  ]);
});

test("E7 a freeze explains its fee and what is given back of it", () => {
  const fee = { mode: "reduced", amount_minor: 1500 } as const;
  const frozen = freezeMembership(june(), { from_on: "2026-06-03", to_on: null, fee }, "2026-06-02").state;
  const charged = billThrough(frozen, "2026-06-03");
  expect(sentences(charged)).toEqual(["15.00 = 15.00 × 30 of 30 days, 3 June to 2 July, for the freeze from 3 June."]);
  expect(sentences(changeFreezeEnd(charged.state, "2026-06-03", "2026-06-12", "2026-06-13"))).toEqual([
    "10.00 = 15.00 − 5.00, 13 June to 2 July, because the freeze from 3 June lasted 10 days.",
  ]);
  const once = { from_on: "2026-06-03", to_on: "2026-06-12", fee: { mode: "one_off", amount_minor: 500 } } as const;
  expect(sentences(billThrough(freezeMembership(june(), once, "2026-06-02").state, "2026-06-03"))).toEqual([
    "5.00, 3 to 12 June, for the freeze from 3 June.",
  ]);
});

test("E9 a freeze in the past explains its credit", () => {
  const freeze = { from_on: "2026-05-22", to_on: "2026-06-07", fee: { mode: "none" } } as const;
  expect(sentences(freezeMembership(june(), freeze, "2026-06-10", [opened("2026-05-01").billed]))).toEqual([
    "19.03, 22 to 31 May, because 10 days of the freeze from 22 May had been paid.",
  ]);
});

test("C19 another start explains the amount that it changes", () => {
  const state = opened("2026-06-16", { on: "2026-06-01", term: { ...offPeak, billing_day: 1 } });
  expect(sentences(moveStart(state, "2026-06-21", "2026-06-02"))).toEqual([
    "29.50, 16 to 30 June, because the start moved from 16 June to 21 June.",
    "19.67, 21 to 30 June, because the start moved from 16 June to 21 June.",
  ]);
});
