"use client";

import { useQuery } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import { getInvoice } from "@/lib/client/endpoints/billing-invoices";

/** The lines of the invoice that is refunded, and whether one of them belongs to a membership. */
export function useRefundable(organization: string, invoice_id: string) {
  return useQuery({
    queryKey: ["refundable-lines", organization, invoice_id],
    queryFn: async ({ signal }) => {
      const { lines } = await api(getInvoice, { id: invoice_id }, { organization, signal });
      return {
        lines: lines.flatMap(({ id, description, total_minor }) =>
          total_minor > 0 ? [{ id, description, total_minor }] : [],
        ),
        isOfMembership: lines.some(({ membership_id }) => membership_id !== null),
      };
    },
    enabled: invoice_id !== "",
    retry: false,
  });
}
