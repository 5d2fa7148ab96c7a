"use client";

import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/data/avatar";
import { Menu } from "@/components/ui/overlays/menu";
import { MenuLabel, MenuLink, MenuSeparator } from "@/components/ui/overlays/menu-parts";
import { ThemeChoice } from "./theme-choice";

interface UserMenuProps {
  name: string;
  photo?: string | null;
  /** "Manager". */
  role?: string;
  links?: readonly { label: string; href: string; icon?: ReactNode }[];
  /** The sign-out form; its button is a MenuItem with type="submit". */
  signOut: ReactNode;
  /** The avatar only, for a phone's header. */
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
      <MenuLabel>Colours</MenuLabel>
      <ThemeChoice />
      <MenuSeparator />
      <div role="none">{signOut}</div>
    </Menu>
  );
}
