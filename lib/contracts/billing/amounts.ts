import { z } from "zod";
import { count } from "@/lib/contracts/fields";

/** Above zero, in minor units. */
export const amount = count(1, 100_000_000_000);
/** Zero or more, in minor units. */
export const amountOrZero = count(0, 100_000_000_000);

/** J2: exactly one of both is given. */
export const payerOut = z.object({
  payer_member_id: z.uuid().nullable(),
  payer_company_id: z.uuid().nullable(),
  payer_name: z.string(),
});
