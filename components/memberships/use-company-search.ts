import { useCallback } from "react";
import { api } from "@/lib/client/api";
import { listCompanies } from "@/lib/client/endpoints/billing-settings";

/** Asks for companies as one types, for a combobox. */
export function useCompanySearch(organization: string) {
  return useCallback(
    async (q: string, signal: AbortSignal) => {
      const term = q.trim();
      const { data } = await api(listCompanies, { ...(term && { q: term }), limit: 8 }, { organization, signal });
      return data.map(({ id, name, tax_id }) => ({ value: id, label: name, ...(tax_id && { hint: tax_id }) }));
    },
    [organization],
  );
}
