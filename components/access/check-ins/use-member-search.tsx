import { useCallback } from "react";
import { Avatar } from "@/components/ui/data/avatar";
import { api } from "@/lib/client/api";
import { listMembers } from "@/lib/client/endpoints/members";
import { fullName } from "@/lib/values/person-name";

/** Asks for members as one types, for a combobox. */
export function useMemberSearch(organization: string) {
  return useCallback(
    async (q: string, signal: AbortSignal) => {
      if (q.trim() === "") return [];
      const { data } = await api(listMembers, { q, limit: 8 }, { organization, signal });
      return data.map(({ id, first_name, last_name, member_code, photo_url }) => {
        const label = fullName(first_name, last_name);
        return { value: id, label, hint: member_code, lead: <Avatar name={label} src={photo_url} size="sm" /> };
      });
    },
    [organization],
  );
}
