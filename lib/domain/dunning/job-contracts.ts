import { z } from "zod";
import { job } from "@/lib/contracts/contract";
import { id } from "@/lib/contracts/fields";
import { attemptOrigins, declineCodes } from "@/lib/values/gateways";

/** The domain's own types: these operations are called by its jobs alone. */
const anything = z.custom<never>(() => true);

const failure = {
  attempt_id: id,
  invoice_id: id,
  origin: z.enum(attemptOrigins),
  decline_code: z.enum(declineCodes),
};

export const followFailure = job({
  id: "dunning.follow",
  input: z.object(failure),
  output: z.object({ followed: z.boolean() }),
});

export const followAboveMandate = job({
  id: "dunning.follow_above_mandate",
  input: z.object({ invoice_id: id }),
  output: z.object({ followed: z.boolean() }),
});

export const findUnfollowed = job({
  id: "dunning.find_unfollowed",
  input: z.object({}),
  output: z.object({ failures: z.array(z.object(failure)) }),
});

export const reserveDue = job({
  id: "dunning.reserve",
  input: z.object({}),
  output: z.object({ reserved: z.array(anything), has_more: z.boolean() }),
});

export const turnToNewMethod = job({
  id: "dunning.use_method",
  input: z.object({ member_id: id.nullable(), company_id: id.nullable() }),
  output: z.object({ cases: z.int() }),
});

export const notifyMethodUntried = job({
  id: "dunning.tell_of_untried_method",
  input: z.object({ saved_method_id: id, member_id: id.nullable() }),
  output: z.object({ notified: z.int() }),
});

export const findConsequences = job({
  id: "dunning.find_consequences",
  input: z.object({}),
  output: z.object({
    ends: z.array(z.object({ case_id: id, membership_id: id, due_on: z.iso.date() })),
    write_offs: z.array(z.object({ invoice_id: id, due_on: z.iso.date() })),
  }),
});

export const endUnpaidMembership = job({
  id: "dunning.end_membership",
  input: z.object({ case_id: id, membership_id: id, due_on: z.iso.date() }),
  output: z.object({ ended: z.boolean() }),
});
