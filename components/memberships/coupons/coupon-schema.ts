import { z } from "zod";
import { createCoupon } from "@/lib/contracts/memberships/coupons";

const { code, name, max_uses, max_uses_per_member, applies_to, is_for_new_members, plan_ids } =
  createCoupon.input.required().shape;

const day = z.iso.date({ error: "Choose a day" }).nullable();

/** The form asks for a value and a duration; `toInput()` makes the fields of the contract from them. */
export const couponForm = z
  .object({
    ...{ code, name, max_uses, max_uses_per_member, applies_to, is_for_new_members, plan_ids },
    value: z.enum(["percent", "amount"]),
    percent: z.number({ error: "Enter a percentage" }).min(0.01, "Enter more than 0").max(100, "Enter at most 100"),
    amount_minor: z.number().nullable(),
    currency: z.string(),
    lasts: z.enum(["once", "periods", "until", "always"]),
    periods: z.number({ error: "Enter a number" }).int("Enter a whole number").min(1, "Enter 1 or more").max(120),
    until_on: day,
    valid_from_on: day,
    valid_to_on: day,
  })
  .superRefine((values, context) => {
    if (values.value === "amount" && !values.amount_minor)
      context.addIssue({ code: "custom", path: ["amount_minor"], message: "Enter an amount, such as 10 or 10.00" });
    if (values.lasts === "until" && values.applies_to !== "joining_fee" && !values.until_on)
      context.addIssue({ code: "custom", path: ["until_on"], message: "Choose the last day" });
  });
