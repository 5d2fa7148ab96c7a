import { sql } from "drizzle-orm";
import type { Area } from "@/lib/domain/area";
import { byLocation } from "@/lib/domain/audit-targets";

/** The number of a document; of a draft, its payer. */
const invoiceName = sql`(select coalesce(i.number, c.name, trim(m.first_name || ' ' || m.last_name)) from invoices i
  left join members m on m.organization_id = audit_entries.organization_id and m.id = i.payer_member_id
  left join companies c on c.organization_id = audit_entries.organization_id and c.id = i.payer_company_id
  where i.organization_id = audit_entries.organization_id and i.id = audit_entries.target_id)`;

export const billing: Area = {
  name: "billing",
  audit: {
    phrases: {
      "invoices.create": "drafted an invoice for {}",
      "invoices.delete": "deleted a draft invoice",
      "invoices.finalize": "finalized the invoice {}",
      "invoices.update": "changed the draft invoice for {}",
    },
    filters: { invoices: "Invoices" },
    targets: {
      invoice: { name: invoiceName, reach: byLocation("invoices"), path: (id) => `/invoices/${id}` },
    },
  },
  navigation: [
    {
      label: "Invoices",
      path: "/invoices",
      icon: "invoices",
      group: "Money",
      permission: "invoices.read",
      position: 38,
    },
  ],
};
