import { sql } from "drizzle-orm";
import { boolean, check, index, jsonb, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { companies, legalEntities } from "@/db/schema/billing/legal-entities";
import { createdAt, instant, minorUnits, updatedAt, version } from "@/db/schema/columns";
import { members } from "@/db/schema/members/members";
import { tenantFk, tenantTable } from "@/db/schema/tenant-table";
import {
  billingCycles,
  gatewayMethodKinds,
  gatewayVendors,
  mandateMethodKinds,
  methodEndReasons,
  setupStatuses,
} from "@/lib/values/gateways";

/**
 * An account with a vendor, of one legal entity or of all that have none of their own. A replaced one stays: refunds, webhooks and
 * saved methods belong to the gateway that made them (K21).
 */
export const paymentGateways = tenantTable(
  "payment_gateways",
  {
    /** Null: of every legal entity without a gateway of its own. */
    legal_entity_id: uuid("legal_entity_id"),
    vendor: text("vendor", { enum: gatewayVendors }).notNull(),
    /** What is not secret. */
    settings: jsonb("settings").$type<Record<string, string>>().notNull().default({}),
    credentials_ciphertext: text("credentials_ciphertext"),
    /** The vendor's id of the account, from its answer. Events that name another account are quarantined. */
    account_ref: text("account_ref"),
    account_name: text("account_name"),
    is_live: boolean("is_live").notNull(),
    /** While set, charges wait: the vendor refuses the keys or the account. */
    failing_since: instant("failing_since"),
    failure: text("failure"),
    last_event_at: instant("last_event_at"),
    /** With `gateway`, staff may let it bill a membership by itself. */
    billing_cycle: text("billing_cycle", { enum: billingCycles }).notNull().default("fitflow"),
    /** New payments go to the one that replaced it. */
    replaced_at: instant("replaced_at"),
    version: version(),
    created_at: createdAt(),
    updated_at: updatedAt(),
  },
  (t) => [
    uniqueIndex("payment_gateways_current_unique")
      .on(t.organization_id, sql`coalesce(${t.legal_entity_id}, '00000000-0000-0000-0000-000000000000'::uuid)`)
      .where(sql`${t.replaced_at} is null`),
    index("payment_gateways_by_vendor").on(t.organization_id, t.vendor),
    tenantFk(t.legal_entity_id, legalEntities),
    check("payment_gateways_credentials", sql`(${t.vendor} = 'sandbox') = (${t.credentials_ciphertext} is null)`),
    check("payment_gateways_sandbox", sql`${t.vendor} <> 'sandbox' or not ${t.is_live}`),
    check("payment_gateways_failing", sql`(${t.failing_since} is null) = (${t.failure} is null)`),
  ],
);

/** The vendor's id of a payer. */
export const gatewayCustomers = tenantTable(
  "gateway_customers",
  {
    gateway_id: uuid("gateway_id").notNull(),
    payer_member_id: uuid("payer_member_id"),
    payer_company_id: uuid("payer_company_id"),
    customer_ref: text("customer_ref").notNull(),
    created_at: createdAt(),
  },
  (t) => [
    unique("gateway_customers_member_unique").on(t.organization_id, t.gateway_id, t.payer_member_id),
    unique("gateway_customers_company_unique").on(t.organization_id, t.gateway_id, t.payer_company_id),
    unique("gateway_customers_ref_unique").on(t.organization_id, t.gateway_id, t.customer_ref),
    tenantFk(t.gateway_id, paymentGateways),
    tenantFk(t.payer_member_id, members),
    tenantFk(t.payer_company_id, companies),
    check("gateway_customers_payer", sql`num_nonnulls(${t.payer_member_id}, ${t.payer_company_id}) = 1`),
  ],
);

/** A card, bank account or mandate that a payer allowed the gym to charge. The number itself stays with the vendor. */
export const savedMethods = tenantTable(
  "saved_methods",
  {
    gateway_id: uuid("gateway_id").notNull(),
    payer_member_id: uuid("payer_member_id"),
    payer_company_id: uuid("payer_company_id"),
    customer_ref: text("customer_ref").notNull(),
    method_ref: text("method_ref").notNull(),
    kind: text("kind", { enum: gatewayMethodKinds }).notNull(),
    brand: text("brand"),
    last4: text("last4"),
    /** `YYYY-MM`: the last month in which a card can be charged. */
    expires_in: text("expires_in"),
    fingerprint: text("fingerprint"),
    /** K11: what one debit of the mandate may be at most. */
    mandate_max_minor: minorUnits("mandate_max_minor"),
    mandate_currency: text("mandate_currency"),
    /** Charged unless another one is chosen. */
    is_default: boolean("is_default").notNull(),
    /** After this it is never charged again. */
    ended_at: instant("ended_at"),
    end_reason: text("end_reason", { enum: methodEndReasons }),
    /** From then on the gateway is asked to forget it. Null: nothing is left to ask. */
    detach_at: instant("detach_at"),
    created_by: uuid("created_by"),
    created_at: createdAt(),
    updated_at: updatedAt(),
  },
  (t) => [
    unique("saved_methods_ref_unique").on(t.organization_id, t.gateway_id, t.method_ref),
    uniqueIndex("saved_methods_member_default_unique")
      .on(t.organization_id, t.payer_member_id, t.gateway_id)
      .where(sql`${t.is_default} and ${t.ended_at} is null`),
    uniqueIndex("saved_methods_company_default_unique")
      .on(t.organization_id, t.payer_company_id, t.gateway_id)
      .where(sql`${t.is_default} and ${t.ended_at} is null`),
    index("saved_methods_by_member").on(t.organization_id, t.payer_member_id, t.created_at),
    index("saved_methods_by_company").on(t.organization_id, t.payer_company_id, t.created_at),
    index("saved_methods_expiring").on(t.organization_id, t.expires_in).where(sql`${t.ended_at} is null`),
    index("saved_methods_to_detach").on(t.organization_id, t.detach_at).where(sql`${t.detach_at} is not null`),
    tenantFk(t.gateway_id, paymentGateways),
    tenantFk(t.payer_member_id, members),
    tenantFk(t.payer_company_id, companies),
    check("saved_methods_payer", sql`num_nonnulls(${t.payer_member_id}, ${t.payer_company_id}) = 1`),
    // A card number, or anything as long, is never stored.
    check("saved_methods_last4", sql`${t.last4} ~ '^[0-9A-Za-z]{1,4}$'`),
    check("saved_methods_expiry", sql`${t.expires_in} ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`),
    check("saved_methods_mandate", sql`num_nulls(${t.mandate_max_minor}, ${t.mandate_currency}) in (0, 2)`),
    check("saved_methods_ended", sql`(${t.ended_at} is null) = (${t.end_reason} is null)`),
    check("saved_methods_default", sql`not (${t.is_default} and ${t.ended_at} is not null)`),
    check("saved_methods_detach", sql`${t.detach_at} is null or ${t.ended_at} is not null`),
  ],
);

/** A payer is saving a method, without paying. */
export const methodSetups = tenantTable(
  "method_setups",
  {
    gateway_id: uuid("gateway_id").notNull(),
    payer_member_id: uuid("payer_member_id"),
    payer_company_id: uuid("payer_company_id"),
    status: text("status", { enum: setupStatuses }).notNull(),
    setup_ref: text("setup_ref"),
    /** What the gateway is asked for, so that the same call can be repeated. */
    currency: text("currency").notNull(),
    mandate_max_minor: minorUnits("mandate_max_minor").notNull(),
    method_kind: text("method_kind", { enum: mandateMethodKinds }),
    return_path: text("return_path").notNull(),
    saved_method_id: uuid("saved_method_id"),
    failure: text("failure"),
    /** When the gateway is asked again. */
    check_at: instant("check_at"),
    created_by: uuid("created_by"),
    created_at: createdAt(),
    ended_at: instant("ended_at"),
  },
  (t) => [
    unique("method_setups_ref_unique").on(t.organization_id, t.gateway_id, t.setup_ref),
    // A second page of the same payer goes on with the same one.
    uniqueIndex("method_setups_member_live_unique")
      .on(t.organization_id, t.gateway_id, t.payer_member_id)
      .where(sql`${t.ended_at} is null`),
    uniqueIndex("method_setups_company_live_unique")
      .on(t.organization_id, t.gateway_id, t.payer_company_id)
      .where(sql`${t.ended_at} is null`),
    index("method_setups_to_check").on(t.organization_id, t.check_at).where(sql`${t.ended_at} is null`),
    index("method_setups_by_method").on(t.organization_id, t.saved_method_id),
    tenantFk(t.gateway_id, paymentGateways),
    tenantFk(t.payer_member_id, members),
    tenantFk(t.payer_company_id, companies),
    tenantFk(t.saved_method_id, savedMethods),
    check("method_setups_payer", sql`num_nonnulls(${t.payer_member_id}, ${t.payer_company_id}) = 1`),
    check(
      "method_setups_ended",
      sql`(${t.ended_at} is not null) = (${t.status} in ('succeeded', 'failed', 'canceled'))
        and (${t.status} = 'succeeded') = (${t.saved_method_id} is not null)`,
    ),
  ],
);
