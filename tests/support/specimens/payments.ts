import { recordPayment, refundPayment } from "@/lib/domain/billing/payments";
import { closeTill, depositCash, moveCash, openTill } from "@/lib/domain/billing/till";
import type { Specimens } from "@/tests/support/contracts/specimens";
import { newPayingCompany } from "@/tests/support/gym/companies";
import type { Gym } from "@/tests/support/gym/gym";
import { newInvoice } from "@/tests/support/gym/invoices";
import { newPlan } from "@/tests/support/gym/plans";

const reason = "Agreed at the desk";

async function newPayment(gym: Gym) {
  await newInvoice(gym);
  return recordPayment(gym.people.gym_owner.caller, {
    member_id: gym.member_id,
    method: "card_terminal",
    amount_minor: 5_900,
  });
}

const newRefund = async (gym: Gym) => {
  const { id, invoices } = await newPayment(gym);
  const refund = { id, amount_minor: 1_000, invoice_id: invoices[0]?.id, reason };
  return { id: (await refundPayment(gym.people.gym_owner.caller, refund)).id };
};

const newTill = ({ people, location_id }: Gym) =>
  openTill(people.gym_owner.caller, { location_id, float_minor: 10_000 });

const dayPass = async (gym: Gym) =>
  (
    await newPlan(gym, {
      kind: "day_pass",
      interval_unit: "day",
      interval_count: 1,
      price_minor: 1_500,
      joining_fee_minor: 0,
    })
  ).id;

async function fullSafe(gym: Gym) {
  const { id } = await newTill(gym);
  await moveCash(gym.people.gym_owner.caller, { id, kind: "to_safe", amount_minor: 8_000 });
}

export const specimens: Specimens = {
  inputs: {
    "payments.record": async (gym) => {
      await newInvoice(gym);
      return { member_id: gym.member_id, method: "card_terminal", amount_minor: 5_900 };
    },
    "payments.split": async (gym) => {
      await newInvoice(gym);
      const parts = [
        { method: "card_terminal", amount_minor: 4_000 },
        { method: "bank_transfer", amount_minor: 1_900 },
      ];
      return { member_id: gym.member_id, parts };
    },
    "payments.list": async (gym) => {
      await newPayment(gym);
      return { member_id: gym.member_id };
    },
    "payments.get": async (gym) => ({ id: (await newPayment(gym)).id }),
    "payments.receipt": async (gym) => ({ id: (await newPayment(gym)).id }),
    "me.receipt": async (gym) => ({ id: (await newPayment(gym)).id }),
    "me.payments": async (gym) => {
      await newPayment(gym);
      return {};
    },
    "refunds.receipt": newRefund,
    "refunds.get": newRefund,
    "refunds.list": async (gym) => {
      await newRefund(gym);
      return {};
    },
    "refunds.totals": async (gym) => {
      await newRefund(gym);
      return {};
    },
    "payments.reverse": async (gym) => ({ id: (await newPayment(gym)).id, reason }),
    "payments.refund": async (gym) => {
      const { id, invoices } = await newPayment(gym);
      return { id, amount_minor: 1_000, invoice_id: invoices[0]?.id, reason };
    },
    "invoices.correct": async (gym) => ({ id: (await newInvoice(gym)).id, amount_minor: 1_000, reason }),
    "invoices.void": async (gym) => ({ id: (await newInvoice(gym)).id, reason }),
    "invoices.write_off": async (gym) => ({ id: (await newInvoice(gym)).id, reason }),
    "members.account": async (gym) => {
      await newInvoice(gym);
      return { id: gym.member_id };
    },
    "members.statement": async (gym) => {
      await newInvoice(gym);
      return { id: gym.member_id, from: "2026-01-01", to: "2027-12-31" };
    },
    "members.statement_pdf": async (gym) => {
      await newInvoice(gym);
      return { id: gym.member_id, from: "2026-01-01", to: "2027-12-31" };
    },
    "companies.statement": async (gym) => ({ id: await newPayingCompany(gym), from: "2026-01-01", to: "2027-12-31" }),
    "companies.statement_pdf": async (gym) => ({
      ...{ id: await newPayingCompany(gym), from: "2026-01-01", to: "2027-12-31" },
    }),
    "credits.grant": (gym) => ({ id: gym.member_id, amount_minor: 1_000, reason }),
    "till.open": ({ location_id }) => ({ location_id, float_minor: 10_000 }),
    "till.current": ({ location_id }) => ({ location_id }),
    "till.list": async (gym) => {
      await newTill(gym);
      return { location_id: gym.location_id };
    },
    "till.move": async (gym) => ({ id: (await newTill(gym)).id, kind: "paid_in", amount_minor: 500, reason }),
    "till.close": async (gym) => ({ id: (await newTill(gym)).id, counted: { "5000": 2 }, left_minor: 10_000 }),
    "bank_deposits.create": async (gym) => {
      await fullSafe(gym);
      return { location_id: gym.location_id, amount_minor: 5_000 };
    },
    "bank_deposits.list": async (gym) => {
      await fullSafe(gym);
      await depositCash(gym.people.gym_owner.caller, { location_id: gym.location_id, amount_minor: 5_000 });
      return { location_id: gym.location_id };
    },
    "till.quote": async (gym) => ({
      location_id: gym.location_id,
      member_id: gym.member_id,
      plan_ids: [await dayPass(gym)],
    }),
    "till.sell": async (gym) => ({
      ...{ location_id: gym.location_id, walk_in: { first_name: "Mai" }, plan_ids: [await dayPass(gym)] },
      ...{ to_pay_minor: 1_500, parts: [{ method: "card_terminal", amount_minor: 1_500 }] },
    }),
    "till.report": async (gym) => {
      const { id } = await newTill(gym);
      await closeTill(gym.people.gym_owner.caller, { id, counted: { "5000": 2 }, left_minor: 10_000 });
      return { id };
    },
  },
};
