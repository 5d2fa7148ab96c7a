"use client";

import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/data/avatar";
import { Menu } from "@/components/ui/overlays/menu";
import { MenuLabel, MenuLink, MenuSeparator } from "@/components/ui/overlays/menu-parts";
import { ThemeChoice } from "./theme-choice";

interface UserMenuProps {
  name: string;
  photo?: string | null;
  /** Such as "Manager". */
  role?: string;
  links?: readonly { label: string; href: string; icon?: ReactNode }[];
  /** The sign-out menu item. */
  signOut: ReactNode;
  /** Shows only the avatar, for phones. */
  compact?: boolean;
}

export function UserMenu({ name, photo, role, links = [], signOut, compact }: UserMenuProps) {
  return (
    <Menu
      label={`Account of ${name}`}
      align={compact ? "end" : "start"}
      iconOnly={compact}
      triggerClassName={compact ? "grid size-11 place-items-center rounded-full" : "ly-user"}
      trigger={
        <>
          <Avatar name={name} src={photo} size={compact ? "lg" : "sm"} />
          {compact ? null : (
            <>
              <span className="ly-label min-w-0 truncate">{name}</span>
              {role ? <small>{role}</small> : null}
            </>
          )}
        </>
      }
    >
      {links.map((link) => (
        <MenuLink key={link.href} href={link.href} icon={link.icon}>
          {link.label}
        </MenuLink>
      ))}
      {links.length > 0 ? <MenuSeparator /> : null}
      <MenuLabel>Appearance</MenuLabel>
      <ThemeChoice />
      <MenuSeparator />
      <div role="none">{signOut}</div>
    </Menu>
  );
}
