"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { MenuLabel, MenuLink } from "@/components/ui/overlays/menu-parts";

interface LocationOption {
  id: string;
  name: string;
}

interface LocationChoiceProps {
  locations: readonly LocationOption[];
  /** False for users who may see only one location. */
  allowAll?: boolean;
}

/** Menu items that set ?location= on the current page. Other filters stay; the cursor is removed. */
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
