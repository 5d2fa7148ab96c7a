import { createPlan } from "@/lib/contracts/memberships/membership-plans";
import { minorUnits } from "@/lib/values/schemas/money";

const amount = minorUnits.nonnegative();

/** The form values. All fields are required, so that a change of the kind resets every field. */
export const planForm = createPlan.input.required().extend({
  price_minor: amount.nullable().refine((minor) => minor !== null, "Enter a price, such as 59 or 59.00"),
  joining_fee_minor: amount.nullable().refine((minor) => minor !== null, "Enter the joining fee, or 0"),
});
