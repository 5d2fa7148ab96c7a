import { documented } from "@/lib/contracts/documented";
import { cancellationExample, previewExample } from "./membership-actions.docs";
import { membershipExample } from "./memberships.docs";
import * as own from "./own-memberships";

const { id } = membershipExample;
const { overriding_reasons: _, needs_proof: __, ...options } = cancellationExample;
const freeze = { id, from_on: "2026-03-23", to_on: "2026-04-05" };
const frozen = {
  ...membershipExample,
  ...{ next_bill_on: "2026-04-19", period_ends_on: "2026-04-18", version: 2 },
  freeze: { from_on: "2026-03-23", to_on: "2026-04-05" },
};

export const ownMembershipsDocs = documented(own, {
  getOwnCancellation: {
    summary: "Retrieve the ways to end one's own membership",
    example: { input: { id }, output: options },
  },
  previewOwnCancellation: {
    summary: "Preview the cancellation of one's own membership",
    example: {
      input: { id, when: "period_end" },
      output: {
        ...previewExample,
        after: { ...previewExample.after, next_bill_on: null, next_bill_minor: null, cancelled_on: "2026-04-05" },
        until_end: { last_charge_on: null, total_minor: 0 },
      },
    },
  },
  cancelOwnMembership: {
    summary: "Cancel one's own membership",
    description:
      "Where the legal rules or the gym allow it online. The confirmation is sent at once, with the last day and what is still charged.",
    example: {
      input: { id, when: "period_end" },
      output: {
        ...membershipExample,
        ...{ next_bill_on: null, cancelled_at: "2026-03-20T01:00:00.000Z", cancelled_on: "2026-04-05", version: 2 },
      },
    },
  },
  withdrawOwnCancellation: {
    summary: "Withdraw the cancellation of one's own membership before its date",
    example: { input: { id }, output: { ...membershipExample, version: 3 } },
  },
  previewOwnFreeze: {
    summary: "Preview a freeze of one's own membership",
    example: {
      input: freeze,
      output: { ...previewExample, after: { ...previewExample.after, next_bill_on: "2026-04-19" } },
    },
  },
  freezeOwnMembership: {
    summary: "Freeze one's own membership",
    description:
      "The limits of the plan hold. Members with an overdue payment cannot, unless the gym's policy allows it.",
    example: { input: freeze, output: frozen },
  },
  removeOwnFreeze: {
    summary: "Remove a freeze of one's own that has not begun",
    example: { input: { id }, output: { ...membershipExample, version: 3 } },
  },
});
