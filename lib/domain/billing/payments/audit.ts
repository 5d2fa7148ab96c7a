import { sql } from "drizzle-orm";
import { byLocation } from "@/lib/domain/audit-targets";
import { payerName } from "./payer";

/** What the activity log says of money by hand. */
export const moneyPhrases = {
  "bank_deposits.create": "brought cash of {} to the bank",
  "credits.grant": "gave account credit to {}",
  "invoices.correct": "credited the invoice {}",
  "invoices.void": "voided the invoice {}",
  "invoices.write_off": "wrote off the invoice {}",
  "payments.record": "recorded a payment of {}",
  "payments.refund": "refunded a payment of {}",
  "payments.reverse": "reversed a payment of {}",
  "payments.split": "recorded a split payment of {}",
  "till.close": "closed the till of {}",
  "till.move": "moved cash in the till of {}",
  "till.open": "opened the till of {}",
};

export const moneyTargets = {
  payment: {
    name: sql`(select ${payerName("payments")} from payments
      where payments.organization_id = audit_entries.organization_id and payments.id = audit_entries.target_id)`,
    reach: byLocation("payments"),
    path: (id: string) => `/payments/${id}`,
  },
  bank_deposit: {
    name: sql`(select l.name from bank_deposits d join locations l on l.organization_id = d.organization_id and l.id = d.location_id
      where d.organization_id = audit_entries.organization_id and d.id = audit_entries.target_id)`,
    reach: byLocation("bank_deposits"),
    path: () => "/till",
  },
  till_session: {
    name: sql`(select l.name from till_sessions s join locations l on l.organization_id = s.organization_id and l.id = s.location_id
      where s.organization_id = audit_entries.organization_id and s.id = audit_entries.target_id)`,
    reach: byLocation("till_sessions"),
    path: (id: string) => `/till/${id}`,
  },
};

/** The number of a document; of a draft, its payer. */
const invoiceName = sql`(select coalesce(i.number, c.name, trim(m.first_name || ' ' || m.last_name)) from invoices i
  left join members m on m.organization_id = audit_entries.organization_id and m.id = i.payer_member_id
  left join companies c on c.organization_id = audit_entries.organization_id and c.id = i.payer_company_id
  where i.organization_id = audit_entries.organization_id and i.id = audit_entries.target_id)`;

export const invoiceTarget = {
  name: invoiceName,
  reach: byLocation("invoices"),
  path: (id: string) => `/invoices/${id}`,
};
