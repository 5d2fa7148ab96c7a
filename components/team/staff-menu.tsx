"use client";

import { Ellipsis, ScrollText, UserCog, UserMinus } from "lucide-react";
import { useState } from "react";
import type { RadioOption } from "@/components/ui/forms/radio-group";
import { Menu, MenuItem } from "@/components/ui/overlays/menu";
import { MenuLink } from "@/components/ui/overlays/menu-parts";
import { RemoveDialog } from "./remove-dialog";
import { RoleDialog } from "./role-dialog";
import type { StaffLocation } from "./staff-location";
import type { StaffMember } from "./staff-member";

interface StaffMenuProps {
  organization: string;
  gym_name: string;
  person: StaffMember;
  roles: readonly RadioOption[];
  locations: readonly StaffLocation[];
  reaches_all: boolean;
  /** Null without permission to read the activity log. */
  activityHref: string | null;
  can_change: boolean;
}

export function StaffMenu(props: StaffMenuProps) {
  const { organization, gym_name, person, activityHref, can_change } = props;
  const [open, setOpen] = useState<"role" | "remove" | null>(null);
  const close = () => setOpen(null);
  if (!can_change && !activityHref) return null;
  return (
    <>
      <Menu
        label={`Actions for ${person.name}`}
        trigger={<Ellipsis aria-hidden="true" />}
        iconOnly
        variant="quiet"
        size="sm"
        align="end"
      >
        {can_change ? (
          <MenuItem icon={<UserCog aria-hidden="true" />} onSelect={() => setOpen("role")}>
            Change role or locations
          </MenuItem>
        ) : null}
        {activityHref ? (
          <MenuLink href={activityHref} icon={<ScrollText aria-hidden="true" />}>
            View activity
          </MenuLink>
        ) : null}
        {can_change ? (
          <MenuItem icon={<UserMinus aria-hidden="true" />} tone="bad" onSelect={() => setOpen("remove")}>
            Remove from team
          </MenuItem>
        ) : null}
      </Menu>
      {open === "role" ? <RoleDialog {...props} onClose={close} /> : null}
      {open === "remove" ? (
        <RemoveDialog organization={organization} gym_name={gym_name} person={person} onClose={close} />
      ) : null}
    </>
  );
}
