"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { MenuLabel, MenuLink } from "@/components/ui/overlays/menu-parts";

interface LocationOption {
  id: string;
  name: string;
}

interface LocationChoiceProps {
  locations: readonly LocationOption[];
  /** False where a person may see one location only. */
  allowAll?: boolean;
}

/** Menu rows that set ?location= on the page one is on; other filters stay, the cursor does not. */
export function LocationChoice({ locations, allowAll = true }: LocationChoiceProps) {
  const pathname = usePathname();
  const search = useSearchParams();
  const current = search.get("location");
  const known = locations.some((location) => location.id === current);
  const hrefFor = (id: string | null) => {
    const next = new URLSearchParams(search);
    next.delete("cursor");
    if (id) next.set("location", id);
    else next.delete("location");
    const query = next.toString();
    return query ? `${pathname}?${query}` : pathname;
  };
  return (
    <>
      <MenuLabel>Locations</MenuLabel>
      {allowAll ? (
        <MenuLink href={hrefFor(null)} checked={!known}>
          All locations
        </MenuLink>
      ) : null}
      {locations.map((location) => (
        <MenuLink key={location.id} href={hrefFor(location.id)} checked={location.id === current}>
          {location.name}
        </MenuLink>
      ))}
    </>
  );
}
