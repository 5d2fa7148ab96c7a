import { sql } from "drizzle-orm";
import type { Area } from "@/lib/domain/area";

const invoiceOfCase = sql`(select 'invoice ' || i.number from dunning_cases d
  join invoices i on i.organization_id = d.organization_id and i.id = d.invoice_id
  where d.organization_id = audit_entries.organization_id and d.id = audit_entries.target_id)`;

export const dunning: Area = {
  name: "dunning",
  audit: {
    phrases: {
      "dunning.end_membership": "ended the membership of {}, because it was unpaid",
      "dunning.export": "exported the failed payments of {}",
      "dunning.follow": "followed a failed payment of {}",
      "dunning.follow_above_mandate": "did not charge {}, because it is above the mandate of the payer",
      "dunning.pause": "paused the tries of {}",
      "dunning.reserve": "tried failed payments again",
      "dunning.resume": "resumed the tries of {}",
      "dunning.try": "tried {} again",
      "dunning.update": "changed the next try of {}",
      "dunning.use_method": "went on with a new payment method",
    },
    filters: { dunning: "Failed payments" },
    targets: {
      dunning_case: {
        name: invoiceOfCase,
        reach: {
          table: "dunning_cases",
          within: (location_ids) =>
            location_ids === null
              ? undefined
              : sql`exists (select from invoices i where i.organization_id = dunning_cases.organization_id
                  and i.id = dunning_cases.invoice_id and i.location_id = any(${sql.param([...location_ids])}::uuid[]))`,
        },
        path: (id) => `/dunning?case=${id}`,
      },
    },
  },
  navigation: [
    {
      label: "Failed payments",
      path: "/dunning",
      icon: "dunning",
      group: "Money",
      permission: "invoices.read",
      position: 39,
    },
  ],
};
