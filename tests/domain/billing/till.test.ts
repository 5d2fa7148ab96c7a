import { describe, expect, test } from "vitest";
import { recordPayment, refundPayment, reversePayment } from "@/lib/domain/billing/payments";
import { closeTill, currentTill, getTillReport, listTillSessions, moveCash, openTill } from "@/lib/domain/billing/till";
import { Problem } from "@/lib/kernel/errors";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { ledgerOf } from "@/tests/support/gym/ledger";

const reason = "Window cleaner";
const desk = (gym: Gym) => gym.people.receptionist.caller;
const owner = (gym: Gym) => gym.people.gym_owner.caller;
const open = (gym: Gym, float_minor = 10_000) => openTill(desk(gym), { location_id: gym.location_id, float_minor });
const pay = (gym: Gym, amount_minor: number, method: "cash" | "card_terminal" = "cash") =>
  recordPayment(desk(gym), { member_id: gym.member_id, method, amount_minor });

const problem = (work: Promise<unknown>): Promise<Problem> =>
  work.then(
    () => expect.unreachable("it was accepted"),
    (error) => (error instanceof Problem ? error : Promise.reject(error)),
  );

describe("a till", () => {
  test("is open once at a location, and its next session has the next report", async () => {
    const gym = await newGym();
    const outcomes = await Promise.allSettled([open(gym), open(gym), open(gym)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { session } = await currentTill(desk(gym), { location_id: gym.location_id });
    const id = session?.id ?? "";
    await closeTill(desk(gym), { id, counted: { "10000": 1 }, left_minor: 8_000 });
    const again = await currentTill(desk(gym), { location_id: gym.location_id });
    expect(again).toMatchObject({ session: null, last_left_minor: 8_000 });
    const next = await open(gym, 8_000);
    await closeTill(desk(gym), { id: next.id, counted: { "2000": 4 }, left_minor: 8_000 });
    const { data } = await listTillSessions(desk(gym), { location_id: gym.location_id });
    expect(data.map(({ report_number }) => report_number)).toEqual([2, 1]);
  });

  test("never holds less than nothing", async () => {
    const gym = await newGym();
    const { id } = await open(gym, 1_000);
    const out = (amount_minor: number) => moveCash(desk(gym), { id, kind: "paid_out", amount_minor, reason });
    const outcomes = await Promise.allSettled([out(600), out(600), out(600)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await moveCash(desk(gym), { id, kind: "paid_in", amount_minor: 200, reason: "Coins" });
    expect((await out(600)).amount_minor).toBe(-600);
    expect(await ledgerOf(gym)).toEqual({});
  });

  test("says the expected cash only after the count", async () => {
    const gym = await newGym();
    const { id } = await open(gym);
    await pay(gym, 5_000);
    expect((await problem(getTillReport(desk(gym), { id }))).code).toBe("conflict");
    expect((await getTillReport(owner(gym), { id })).expected_minor).toBe(15_000);
    const { session } = await currentTill(desk(gym), { location_id: gym.location_id });
    expect(session?.expected_minor).toBeNull();
    const short = await problem(closeTill(desk(gym), { id, counted: { "1000": 14 }, left_minor: 10_000 }));
    expect([short.code, short.extras.errors?.[0]?.field, short.extras.extensions]).toEqual([
      "invalid_input",
      "difference_reason",
      { expected_minor: 15_000, counted_minor: 14_000, difference_minor: -1_000 },
    ]);
  });

  test("closes with a report by method, the difference in the ledger", async () => {
    const gym = await newGym();
    const { id } = await open(gym);
    const cash = await pay(gym, 5_000);
    const wrong = await pay(gym, 700);
    await pay(gym, 3_000, "card_terminal");
    await refundPayment(owner(gym), { id: cash.id, amount_minor: 400, reason });
    await reversePayment(owner(gym), { id: wrong.id, reason: "Entered twice" });
    await moveCash(desk(gym), { id, kind: "paid_out", amount_minor: 1_500, reason });
    const report = await closeTill(desk(gym), {
      ...{ id, counted: { "5000": 2, "1000": 3, "100": 0 }, left_minor: 10_000 },
      difference_reason: "One note too little in the change",
    });
    expect(report).toMatchObject({
      ...{
        report_number: 1,
        float_minor: 10_000,
        expected_minor: 13_100,
        counted_minor: 13_000,
        difference_minor: -100,
      },
      ...{ paid_in_minor: 0, paid_out_minor: 1_500, left_minor: 10_000 },
      methods: [
        { method: "cash", payments_count: 2, payments_minor: 5_700, refunds_minor: 400, reversals_minor: 700 },
        { method: "card_terminal", payments_count: 1, payments_minor: 3_000, refunds_minor: 0, reversals_minor: 0 },
      ],
    });
    expect(report.movements.map(({ kind }) => kind)).toEqual(["paid_out", "reversal", "refund", "payment", "payment"]);
    expect(await ledgerOf(gym)).toMatchObject({ cash: 10_000, safe: 3_000, till_difference: 100, petty_cash: -8_500 });
    expect((await problem(pay(gym, 100))).code).toBe("till_closed");
    expect((await problem(moveCash(desk(gym), { id, kind: "paid_in", amount_minor: 1, reason }))).code).toBe(
      "till_closed",
    );
  });

  test("takes no cash while it is counted: a payment is in the count, or refused", async () => {
    const gym = await newGym();
    const { id } = await open(gym, 0);
    const counted = (value: number) => (value === 0 ? {} : { [String(value)]: 1 });
    const outcomes = await Promise.allSettled([
      ...[100, 100, 100, 100].map((amount) => pay(gym, amount)),
      closeTill(desk(gym), { id, counted: counted(100), left_minor: 0, difference_reason: "Counted early" }),
    ]);
    const taken = outcomes.slice(0, 4).filter(({ status }) => status === "fulfilled").length;
    const report = await getTillReport(desk(gym), { id });
    expect(report.expected_minor).toBe(taken * 100);
  });
});
