import fc from "fast-check";
import type { Output } from "@/lib/contracts/contract";
import type { previewFreeze as previewContract } from "@/lib/contracts/memberships/membership-actions";
import {
  cancelMembership,
  changeFreezeEnd,
  changePlan,
  freezeMembership,
  previewCancellation,
  previewFreeze,
  previewPlanChange,
  previewReturn,
  removeFreeze,
  undoPlanChange,
  withdrawCancellation,
} from "@/lib/domain/memberships";
import type { Caller } from "@/lib/kernel/caller";
import { addDays } from "@/lib/values/calendar-day";

export type Preview = Output<typeof previewContract>;
type Subject = { id: string; today: string; plan_ids: readonly string[] };

/** An action on a membership, with the preview of the same input where there is one. */
export type Act = {
  name: string;
  preview?: (caller: Caller, subject: Subject) => Promise<Preview>;
  perform: (caller: Caller, subject: Subject) => Promise<unknown>;
};

/** Binds an action and its preview to one input. */
const both = <Input>(
  name: string,
  preview: (caller: Caller, input: Input) => Promise<Preview>,
  perform: (caller: Caller, input: Input) => Promise<unknown>,
  inputOf: (subject: Subject) => Input,
): Act => ({
  name,
  preview: (caller, subject) => preview(caller, inputOf(subject)),
  perform: (caller, subject) => perform(caller, inputOf(subject)),
});

const fee = fc.oneof(
  fc.constantFrom({ mode: "none" as const }, { mode: "full" as const }),
  fc.record({
    mode: fc.constantFrom("one_off" as const, "reduced" as const),
    amount_minor: fc.integer({ min: 1, max: 3000 }),
  }),
);

const freeze = fc
  .tuple(fc.integer({ min: -6, max: 30 }), fc.option(fc.integer({ min: 0, max: 45 }), { freq: 8 }), fc.option(fee))
  .map(([later, length, cost]) =>
    both("freeze", previewFreeze, freezeMembership, ({ id, today }) => {
      const from_on = addDays(today, later);
      return { id, from_on, to_on: length === null ? null : addDays(from_on, length), ...(cost ? { fee: cost } : {}) };
    }),
  );

const comeBack = fc
  .integer({ min: -3, max: 40 })
  .map((later) =>
    both("return", previewReturn, changeFreezeEnd, ({ id, today }) => ({ id, to_on: addDays(today, later) })),
  );

const change = fc
  .tuple(
    fc.nat(9),
    fc.constantFrom("now" as const, "period_end" as const),
    fc.option(fc.integer({ min: 0, max: 20_000 })),
  )
  .map(([n, when, price_minor]) =>
    both("change plan", previewPlanChange, changePlan, ({ id, plan_ids }) => ({
      ...{ id, when, plan_id: plan_ids[n % plan_ids.length] ?? "" },
      ...(price_minor === null ? {} : { price_minor }),
    })),
  );

const cancel = fc
  .tuple(fc.constantFrom("now" as const, "period_end" as const), fc.boolean())
  .map(([when, credit_unused]) =>
    both("cancel", previewCancellation, cancelMembership, ({ id }) => ({ id, when, credit_unused })),
  );

const undo = fc.constantFrom<Act>(
  { name: "remove freeze", perform: (caller, { id }) => removeFreeze(caller, { id }) },
  { name: "undo plan change", perform: (caller, { id }) => undoPlanChange(caller, { id }) },
  { name: "withdraw", perform: (caller, { id }) => withdrawCancellation(caller, { id }) },
);

/** An action, and how many days pass before it. */
export const step = fc.record({
  after_days: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 25 })),
  pays: fc.integer({ min: 0, max: 3 }).map((n) => n > 0),
  act: fc.oneof(
    { weight: 4, arbitrary: freeze },
    { weight: 2, arbitrary: comeBack },
    { weight: 4, arbitrary: change },
    { weight: 1, arbitrary: cancel },
    { weight: 2, arbitrary: undo },
  ),
});

export type Step = { after_days: number; pays: boolean; act: Act };
