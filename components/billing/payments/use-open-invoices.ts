"use client";

import { useQuery } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import { listInvoices } from "@/lib/client/endpoints/billing-invoices";
import type { OpenInvoice } from "./open-invoice";
import type { Payer } from "./payer";

/** The open invoices of a payer in one currency, those that are due first. */
export function useOpenInvoices(organization: string, payer: Payer | null, currency: string, isEnabled = true) {
  return useQuery({
    queryKey: ["open-invoices", organization, payer?.id, currency],
    queryFn: async ({ signal }) => {
      const { data } = await api(
        listInvoices,
        {
          ...(payer?.kind === "company" ? { company_id: payer.id } : { member_id: payer?.id ?? "" }),
          ...{ status: ["open", "part_paid", "overdue"], sort: "due", limit: 100 },
        },
        { organization, signal },
      );
      return data.flatMap(
        (invoice): (OpenInvoice & { description: string; total_minor: number; days_late: number })[] => {
          const { id, number, due_on, open_minor, total_minor, description, days_late } = invoice;
          if (invoice.currency !== currency || !number || !due_on) return [];
          return [{ id, number, due_on, open_minor, total_minor, description, days_late, currency }];
        },
      );
    },
    enabled: isEnabled && payer !== null,
    retry: false,
  });
}
