import { documented } from "@/lib/contracts/documented";
import * as closures from "./closures";
import { membershipExample } from "./memberships.docs";

const { location_id, location_name, member_id, member_name, plan_name } = membershipExample;
const days = { location_id, from_on: "2026-12-24", to_on: "2026-12-31" };
const example = {
  id: "0197f0a0-0000-7000-8000-00000000c101",
  ...{ ...days, location_name, reason: "Renovation", state: "freezing" as const },
  ...{ total: 412, frozen: 0, shortened: 0, skipped: 0 },
  ...{ undone_at: null, created_at: "2026-12-01T09:00:00.000Z", version: 1 },
};
const { id } = example;
const done = { ...example, state: "done" as const, frozen: 398, shortened: 4, skipped: 10, version: 3 };

export const closuresDocs = documented(closures, {
  previewClosure: {
    summary: "Preview the closure of a location",
    description:
      "What becomes of each membership of the location: frozen on all days, on some of them, or not, with the reason. The counts are those of all, whatever the page.",
    example: {
      input: { ...days, limit: 1 },
      output: {
        data: [
          {
            ...{ membership_id: membershipExample.id, member_id, member_name, plan_name },
            ...{ outcome: "frozen" as const, reason: null, frozen_days: 8 },
            before: { next_bill_on: "2027-01-05", ends_on: null },
            after: { next_bill_on: "2027-01-13", ends_on: null },
          },
        ],
        next_cursor: null,
        ...{ total: 1, frozen: 1, shortened: 0, skipped: 0, bills_moved: 1 },
      },
    },
  },
  createClosure: {
    summary: "Close a location and freeze its memberships",
    description:
      "Both days are closed. A job freezes the memberships that there are, without a fee and without the limits of their plans. A membership that is sold later is not frozen: let it begin after the closure.",
    example: { input: { ...days, reason: "Renovation" }, output: example },
  },
  listClosures: {
    summary: "List closures, newest first",
    example: { input: {}, output: { data: [done], next_cursor: null } },
  },
  getClosure: { summary: "Retrieve a closure and the progress of its job", example: { input: { id }, output: done } },
  listClosureExceptions: {
    summary: "List the memberships that a closure did not freeze on all days",
    description: "With the reason of each, in the order of the job. While the job works, those that it has reached.",
    example: {
      input: { id, outcome: "skipped" as const },
      output: {
        data: [
          {
            ...{ membership_id: membershipExample.id, member_id, member_name, plan_name },
            ...{ outcome: "skipped" as const, reason: "frozen_already" as const, frozen_days: 0 },
          },
        ],
        next_cursor: null,
      },
    },
  },
  undoClosure: {
    summary: "Undo a closure",
    description: "Before its first day the freezes are removed. During the closure they end yesterday.",
    example: { input: { id }, output: { ...done, state: "undoing" as const, version: 4 } },
  },
  retryClosure: {
    summary: "Continue a closure whose job failed",
    example: { input: { id }, output: { ...example, version: 3 } },
  },
});
