"use client";

import { Search } from "lucide-react";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useCallback } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Combobox } from "@/components/ui/combobox";
import { api } from "@/lib/client/api";
import { listMembers } from "@/lib/contracts/members";
import { fullName } from "@/lib/values/person-name";

/** Leads to the address of this list with one member's scans only. */
export function MemberFilter({ organization }: { organization: string }) {
  const router = useRouter();
  const pathname = usePathname();
  const address = useSearchParams();
  const search = useCallback(
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
  return (
    <Combobox
      aria-label="Find a member's check-ins"
      placeholder="Find a member"
      className="w-60 max-sm:w-full"
      icon={<Search aria-hidden="true" />}
      search={search}
      value={null}
      onValueChange={(member) => {
        if (!member) return;
        const next = new URLSearchParams(address);
        next.delete("cursor");
        next.set("member", member.value);
        router.push(`${pathname}?${next}`, { scroll: false });
      }}
    />
  );
}
