"use client";

import { MapPin } from "lucide-react";
import { usePathname, useSearchParams } from "next/navigation";
import { Menu } from "@/components/ui/overlays/menu";
import { MenuLabel, MenuLink } from "@/components/ui/overlays/menu-parts";

export interface LocationOption {
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

/** The chosen location's name, for a title or the switcher. */
export function LocationName({ locations }: { locations: readonly LocationOption[] }) {
  const current = useSearchParams().get("location");
  return locations.find((location) => location.id === current)?.name ?? "All locations";
}

/** A location choice of its own, for a page's tool bar. */
export function LocationSwitcher(props: LocationChoiceProps) {
  return (
    <Menu
      label="Location"
      variant="quiet"
      trigger={
        <>
          <MapPin aria-hidden="true" />
          <LocationName locations={props.locations} />
        </>
      }
    >
      <LocationChoice {...props} />
    </Menu>
  );
}
