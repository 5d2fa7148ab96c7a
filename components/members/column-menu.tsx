"use client";

import { Check, Columns3 } from "lucide-react";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { Menu, MenuItem } from "@/components/ui/overlays/menu";
import { columnsCookie, type MemberColumn, memberColumns } from "@/lib/values/member-columns";

const yearInSeconds = 31_536_000;

/** The chosen columns stand in the URL, and a cookie keeps them for the next visit: the server draws them at once. */
export function ColumnMenu({ shown }: { shown: readonly MemberColumn[] }) {
  const router = useRouter();
  const path = usePathname();
  const query = useSearchParams();
  const toggle = (name: MemberColumn) => {
    const next = (Object.keys(memberColumns) as MemberColumn[]).filter((one) =>
      one === name ? !shown.includes(one) : shown.includes(one),
    );
    if (next.length === 0) return;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
    document.cookie = `${columnsCookie}=${next.join(".")}; path=/manage; max-age=${yearInSeconds}; samesite=lax`;
    const rest = new URLSearchParams(query);
    rest.set("columns", next.join(","));
    router.replace(`${path}?${rest}`, { scroll: false });
  };
  return (
    <Menu label="Columns" trigger={<Columns3 aria-hidden="true" />} iconOnly align="end">
      {(Object.entries(memberColumns) as [MemberColumn, string][]).map(([name, label]) => (
        <MenuItem
          key={name}
          icon={<Check aria-hidden="true" className={shown.includes(name) ? "" : "invisible"} />}
          onSelect={() => toggle(name)}
        >
          {label}
          <span className="sr-only">{shown.includes(name) ? ", shown" : ", hidden"}</span>
        </MenuItem>
      ))}
    </Menu>
  );
}
