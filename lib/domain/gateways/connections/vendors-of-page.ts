import { gt, isNull, or } from "drizzle-orm";
import { paymentGateways } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { organizationInLink } from "@/lib/domain/gateways/links/link-token";
import { readMethodToken } from "@/lib/domain/gateways/methods/link-token";
import { findOrganizationCard } from "@/lib/domain/organization";
import { systemClock } from "@/lib/kernel/clock";
import { log } from "@/lib/kernel/log";
import type { PayPage } from "@/lib/kernel/pay-pages";
import type { GatewayVendor } from "@/lib/values/gateways";
import { isUuid } from "@/lib/values/uuid";
import { findGateways } from "./stored";

/** A payment that was begun at a gateway that has been replaced since is finished there within a day. */
const finishedWithin = { hours: 48 } as const;

/** The vendors whose form a page of the gym may show. Without a database there are none, and the page itself says what is wrong. */
export async function vendorsOfPage(page: PayPage): Promise<GatewayVendor[]> {
  try {
    return await findVendors(page);
  } catch (error) {
    log().warn({ err: error }, "the gateway of a pay page was not found");
    return [];
  }
}

async function findVendors(page: PayPage): Promise<GatewayVendor[]> {
  const organization_id = await organizationOf(page);
  if (!organization_id) return [];
  const since = systemClock.now().subtract(finishedWithin).toString();
  const rows = await inTenant({ organization_id, user_id: null }, (db) =>
    findGateways(
      { db, organization_id },
      or(isNull(paymentGateways.replaced_at), gt(paymentGateways.replaced_at, since)),
    ),
  );
  return rows.map(({ vendor }) => vendor);
}

async function organizationOf(page: PayPage): Promise<string | null> {
  if ("slug" in page) return (await findOrganizationCard({ slug: page.slug }))?.id ?? null;
  const id =
    "payment_link" in page
      ? organizationInLink(page.payment_link)
      : (readMethodToken(page.method_link)?.organization_id ?? null);
  return id && isUuid(id) ? id : null;
}
