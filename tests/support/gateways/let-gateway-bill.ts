import { eq } from "drizzle-orm";
import { paymentGateways } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import type { Gym } from "@/tests/support/gym/gym";

/** The gateways of the gym run the cycle. */
export const letGatewayBill = ({ organization_id }: Pick<Gym, "organization_id">) =>
  inTenant({ organization_id, user_id: null }, (db) =>
    db
      .update(paymentGateways)
      .set({ billing_cycle: "gateway" })
      .where(eq(paymentGateways.organization_id, organization_id)),
  );
