import { documented } from "@/lib/contracts/documented";
import { previewExample } from "./membership-actions.docs";
import * as life from "./membership-life";
import { membershipExample, quoteExample } from "./memberships.docs";

const { id, member_id, member_name } = membershipExample;
const payer_company_id = "0197f0a0-0000-7000-8000-000000000171";
const company = { kind: "company" as const, id: payer_company_id, name: "Brightwater Pty Ltd" };
const member = { kind: "member" as const, id: member_id, name: member_name };
const renewal_id = "0197f0a0-0000-7000-8000-000000000191";
const to_member_id = "0197f0a0-0000-7000-8000-000000000192";
const term = { kind: "fixed_term" as const, next_bill_on: null, next_bill_minor: null };
const renewed_bill = {
  ...{ lines: quoteExample.lines.slice(0, 1), net_minor: 5364, tax_minor: 536, total_minor: 5900 },
  ...{ starts_on: "2026-04-05", ends_on: "2026-05-04" },
};

export const membershipLifeDocs = documented(life, {
  getTimeline: {
    summary: "Retrieve what happened to a membership, and what will",
    description:
      "`data` is the past, newest first: actions, and for a reader with the permission `invoices.read` the documents and payments. `coming` is what the renewals will bill and what changes by itself within the next 12 months; later pages leave it empty.",
    example: {
      input: { id },
      output: {
        ...{ membership_id: id, currency: "AUD", today: "2026-03-20" },
        coming: [
          {
            ...{ kind: "bill", on: "2026-04-05", title: "Bill" },
            sentence: "$59.00, 5 April – 4 May 2026, for period 2. Tax of $5.36 is in the total.",
            bill: {
              lines: [
                {
                  ...{ kind: "period", label: "Off-peak", due_on: "2026-04-05", from_on: "2026-04-05" },
                  ...{ to_on: "2026-05-04", amount_minor: 5900, discount_minor: 0, net_minor: 5364 },
                  ...{ tax_minor: 536, total_minor: 5900, why: "$59.00, 5 April – 4 May 2026, for period 2." },
                },
              ],
              ...{ net_minor: 5364, tax_minor: 536, total_minor: 5900 },
            },
          },
        ],
        strip: { periods: [{ on: "2026-03-05", is_billed: true }], freezes: [] },
        data: [
          {
            ...{ id: "0197f0a0-0000-7000-8000-000000000181", kind: "sold", at: "2026-03-05T06:42:00.000Z" },
            ...{ on: "2026-03-05", title: "Sold", sentence: "Off-peak for $59.00, from 5 March 2026 on." },
            ...{ amount_minor: null, document: null, method: null, by: "Ingrid Solberg", reason: null },
          },
        ],
        next_cursor: null,
      },
    },
  },
  previewPayer: {
    summary: "Preview another payer",
    description: "The new payer pays from the next invoice on. What was issued stays with the former payer.",
    example: {
      input: { id, payer_company_id },
      output: {
        ...{ membership_id: id, currency: "AUD", before: member, after: company },
        ...{ next_bill_on: "2026-04-05", next_bill_minor: 5900, credit_minor: 0, stays_unpaid_minor: 5900 },
      },
    },
  },
  changePayer: {
    summary: "Set who pays for a membership",
    description:
      "Without a payer, the member pays. Record how and when another payer agreed; the payer's own account credit is used for the payer's invoices only.",
    example: {
      input: { id, payer_company_id, accepted_how: "signed_form", accepted_on: "2026-03-18" },
      output: { ...membershipExample, payer: company, version: 2 },
    },
  },
  previewRenewal: {
    summary: "Preview the renewal of a term, a pack or an ended membership",
    description:
      "The plan says whether it begins on the day after the old end or today. No joining fee is charged, unless it is a new join after a gap and `charges_joining_fee` is set.",
    example: {
      input: { id },
      output: {
        ...{ ...quoteExample, ...term, ...renewed_bill, renewed_from_id: id, ended_on: "2026-04-04" },
        ...{ from: "old_end", gap_days: 0, status: "pending" },
      },
    },
  },
  renewMembership: {
    summary: "Renew a term, a pack or an ended membership",
    description: "The renewal is a membership of its own. Each membership is renewed once.",
    example: {
      input: { id },
      output: {
        ...{ ...membershipExample, id: renewal_id, kind: "fixed_term", status: "pending", joining_fee_minor: 0 },
        ...{ starts_on: "2026-04-05", ends_on: "2026-05-04", next_bill_on: null, period_ends_on: "2026-05-04" },
        renewed_from_id: id,
      },
    },
  },
  previewTransfer: {
    summary: "Preview a transfer to another member",
    description: "The lines are charged to the new member: a period that begins today, and the fee.",
    example: {
      input: { id, to_member_id },
      output: {
        ...previewExample,
        to_member_id,
        to_member_name: "Jack Obi",
        sessions_left: null,
        stays_unpaid_minor: 0,
      },
    },
  },
  transferMembership: {
    summary: "Transfer a membership to another member",
    description:
      "Paid days, sessions, terms and discounts go over. Documents that were issued stay with the former member. The response is the membership of the new member.",
    example: {
      input: { id, to_member_id, reason: "Moves to another city" },
      output: {
        ...{ ...membershipExample, id: renewal_id, member_id: to_member_id, member_name: "Jack Obi" },
        ...{ joining_fee_minor: 0, starts_on: "2026-03-20", transferred_from_id: id },
      },
    },
  },
});
