import { describe, expect, test } from "vitest";
import { getAccount, grantCredit } from "@/lib/domain/billing/credits";
import { createInvoice, finalizeInvoice } from "@/lib/domain/billing/invoices";
import { currentTill, openTill } from "@/lib/domain/billing/till";
import { getMember } from "@/lib/domain/members";
import { quoteTillSale, sellAtTill } from "@/lib/domain/members/till-sales";
import { changePayer, freezeMembership, getMembership, listMemberships } from "@/lib/domain/memberships";
import { addDays } from "@/lib/values/calendar-day";
import { newCompany } from "@/tests/support/billing/settings";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { ledgerOf } from "@/tests/support/gym/ledger";
import { code, openOf } from "@/tests/support/gym/payments";
import { newPlan, newSale } from "@/tests/support/gym/plans";

const desk = (gym: Gym) => gym.people.receptionist.caller;
const open = (gym: Gym) => openTill(desk(gym), { location_id: gym.location_id, float_minor: 10_000 });
const dayPass = async (gym: Gym) =>
  (await newPlan(gym, { kind: "day_pass", interval_unit: "day", interval_count: 1, price_minor: 1_500 })).id;
const towel = { description: "Towel", price_minor: 300, quantity: 2 };
const cash = (amount_minor: number) => [{ method: "cash" as const, amount_minor }];

describe("a sale at the till", () => {
  test("adds the walk-in, sells, issues and takes the money in one request", async () => {
    const gym = await newGym();
    await open(gym);
    const wanted = {
      ...{ location_id: gym.location_id, walk_in: { first_name: "Mai", last_name: "Tran" } },
      ...{ plan_ids: [await dayPass(gym)], lines: [towel] },
    };
    const quote = await quoteTillSale(desk(gym), wanted);
    expect(quote).toMatchObject({ total_minor: 2_100, credit_minor: 0, to_pay_minor: 2_100 });
    expect(quote.lines.map(({ description, total_minor }) => [description, total_minor])).toEqual([
      [expect.stringContaining("Plan"), 1_500],
      ["Towel", 600],
    ]);
    const parts = [{ method: "cash" as const, amount_minor: 2_100, handed_over_minor: 5_000 }];
    const sale = await sellAtTill(desk(gym), { ...wanted, to_pay_minor: 2_100, parts });
    expect(sale.invoices.map(({ total_minor, open_minor }) => [total_minor, open_minor])).toEqual([
      [1_500, 0],
      [600, 0],
    ]);
    expect(await getMember(desk(gym), { id: sale.member_id })).toMatchObject({ first_name: "Mai", email: null });
    const { data } = await listMemberships(desk(gym), { member_id: sale.member_id });
    expect(data).toMatchObject([{ kind: "day_pass", status: "active" }]);
    const { movements } = await currentTill(desk(gym), { location_id: gym.location_id });
    expect(movements).toMatchObject([{ amount_minor: 2_100, payer_name: "Mai Tran", change_minor: 2_900 }]);
    expect(await ledgerOf(gym)).toMatchObject({ cash: 12_100, petty_cash: -10_000 });
  });

  test("leaves nothing behind where the money is refused", async () => {
    const gym = await newGym();
    const wanted = { location_id: gym.location_id, walk_in: { first_name: "Gone" }, plan_ids: [await dayPass(gym)] };
    const sell = (to_pay_minor: number, parts: ReturnType<typeof cash>) =>
      code(sellAtTill(desk(gym), { ...wanted, to_pay_minor, parts }));
    expect(await sell(1_500, cash(1_500))).toBe("till_closed");
    await open(gym);
    expect(await sell(1_400, cash(1_400))).toBe("conflict");
    expect(await sell(1_500, cash(1_000))).toBe("invalid_input");
    expect(await sell(1_500, [])).toBe("invalid_input");
    expect(await ledgerOf(gym)).toEqual({ cash: 10_000, petty_cash: -10_000 });
    const { data } = await listMemberships(desk(gym), { status: "active" });
    expect(data).toEqual([]);
  });

  test("pays open invoices too, in one amount; what is too much becomes account credit", async () => {
    const gym = await newGym();
    await open(gym);
    const lines = [{ description: "Locker", price_minor: 4_000 }];
    const draft = await createInvoice(desk(gym), { member_id: gym.member_id, lines });
    await finalizeInvoice(desk(gym), { id: draft.id });
    const sale = await sellAtTill(desk(gym), {
      ...{ location_id: gym.location_id, member_id: gym.member_id, lines: [towel], to_pay_minor: 600 },
      ...{ invoices: [{ id: draft.id, amount_minor: 4_000 }] },
      parts: [{ method: "card_terminal", amount_minor: 2_000 }, ...cash(3_000)],
    });
    expect(sale).toMatchObject({ credit_minor: 400, payments: [{ amount_minor: 2_000 }, { amount_minor: 3_000 }] });
    expect(await openOf(gym)).toEqual([]);
  });

  test("K19 takes account credit first, and says so in the quote", async () => {
    const gym = await newGym();
    await grantCredit(gym.people.gym_owner.caller, { id: gym.member_id, amount_minor: 400, reason: "Goodwill" });
    const wanted = { location_id: gym.location_id, member_id: gym.member_id, lines: [towel] };
    expect(await quoteTillSale(desk(gym), wanted)).toMatchObject({ credit_minor: 400, to_pay_minor: 200 });
    const parts = [{ method: "card_terminal" as const, amount_minor: 200 }];
    const sale = await sellAtTill(desk(gym), { ...wanted, to_pay_minor: 200, parts });
    expect(sale.invoices).toMatchObject([{ total_minor: 600, open_minor: 0 }]);
    const free = await quoteTillSale(desk(gym), wanted);
    expect(free).toMatchObject({ credit_minor: 0, to_pay_minor: 600 });
  });

  test("refuses a recurring plan, a plan without a buyer, and nothing at all", async () => {
    const gym = await newGym();
    const { id } = await newPlan(gym);
    const here = { location_id: gym.location_id };
    expect(await code(quoteTillSale(desk(gym), { ...here, member_id: gym.member_id, plan_ids: [id] }))).toBe(
      "invalid_input",
    );
    expect(await code(quoteTillSale(desk(gym), { ...here, plan_ids: [await dayPass(gym)] }))).toBe("invalid_input");
    expect(await code(quoteTillSale(desk(gym), { ...here, member_id: gym.member_id }))).toBe("invalid_input");
  });
});

describe("C17 paying ahead at the till", () => {
  const ahead = async (gym: Gym, membership_id: string, periods = 2) => {
    const wanted = { location_id: gym.location_id, member_id: gym.member_id, prepay: [{ membership_id, periods }] };
    const quote = await quoteTillSale(desk(gym), wanted);
    const { to_pay_minor } = quote;
    const parts = [{ method: "card_terminal" as const, amount_minor: to_pay_minor }];
    return { quote, sale: await sellAtTill(desk(gym), { ...wanted, to_pay_minor, parts }) };
  };

  test("bills the next periods today, and the next bill comes after them", async () => {
    const gym = await newGym();
    const { id, next_bill_on } = await newSale(gym);
    const { quote, sale } = await ahead(gym, id);
    expect(quote.to_pay_minor).toBe(11_800);
    expect(quote.lines.map(({ from_on }) => from_on)).toContain(next_bill_on);
    expect(sale.prepaid).toEqual(quote.prepaid);
    expect(sale.prepaid[0]).toMatchObject({ periods: 2, total_minor: 11_800 });
    const after = await getMembership(desk(gym), { id });
    expect(after.next_bill_on).toBe(sale.prepaid[0]?.next_bill_on);
    expect(addDays(sale.prepaid[0]?.paid_to_on ?? "", 1)).toBe(after.next_bill_on);
    // The first period of the sale is still open; what was paid ahead is not.
    expect(await openOf(gym)).toEqual([5_900]);
    expect(sale.invoices).toMatchObject([{ total_minor: 11_800, open_minor: 0 }]);
  });

  test("never bills a period twice, also for parallel requests", async () => {
    const gym = await newGym();
    const { id } = await newSale(gym);
    await Promise.allSettled([ahead(gym, id, 1), ahead(gym, id, 1), ahead(gym, id, 1)]);
    const { credits } = await getAccount(desk(gym), { id: gym.member_id });
    expect(credits).toEqual([]);
  });

  test("is refused with the way that remains", async () => {
    const gym = await newGym();
    const { id, starts_on } = await newSale(gym);
    await freezeMembership(gym.people.gym_owner.caller, {
      ...{ id, from_on: addDays(starts_on, 2), to_on: addDays(starts_on, 9) },
    });
    await expect(ahead(gym, id)).rejects.toThrow("Take the money as account credit instead");
    const { id: other } = await newSale(gym);
    await changePayer(gym.people.gym_owner.caller, {
      ...{
        id: other,
        payer_company_id: (await newCompany(gym)).id,
        accepted_how: "signed_form",
        accepted_on: starts_on,
      },
    });
    await expect(ahead(gym, other)).rejects.toThrow("somebody else");
  });
});
