"use client";

import { Search } from "lucide-react";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { Combobox } from "@/components/ui/forms/combobox";
import { useMemberSearch } from "./use-member-search";

/** Leads to the address of this list with what concerns one member only. */
export function MemberFilter({ organization, label }: { organization: string; label: string }) {
  const router = useRouter();
  const pathname = usePathname();
  const address = useSearchParams();
  const search = useMemberSearch(organization);
  return (
    <Combobox
      aria-label={label}
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
