import { z } from "zod";

const minorUnits = z.int({ error: "Amounts are whole minor units (cents, paise, yen)" }).max(100_000_000_000);

/** Above zero, in minor units. */
export const amount = minorUnits.min(1, "Enter an amount above zero");
/** Zero or more, in minor units. */
export const amountOrZero = minorUnits.min(0, "Enter zero or more");

/** J2: exactly one of both ids is given. */
export const payerOut = z.object({
  payer_member_id: z.uuid().nullable(),
  payer_company_id: z.uuid().nullable(),
  payer_name: z.string(),
});
