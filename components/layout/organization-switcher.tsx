"use client";

import { ChevronsUpDown, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { Menu } from "@/components/ui/overlays/menu";
import { MenuLabel, MenuLink, MenuSeparator } from "@/components/ui/overlays/menu-parts";
import { Mark } from "./mark";

interface SwitcherOption {
  id: string;
  name: string;
  href: string;
  logo?: string | null;
}

interface OrganizationSwitcherProps {
  current: { id: string; name: string; logo?: string | null };
  /** The current location, below the name. */
  subtitle?: string;
  organizations: readonly SwitcherOption[];
  /** For owners: the page that creates another gym. */
  open_href?: string | undefined;
  /** The location menu items, so that one menu serves both. */
  children?: ReactNode;
}

export function OrganizationSwitcher({
  current,
  subtitle,
  organizations,
  open_href,
  children,
}: OrganizationSwitcherProps) {
  const label = (
    <>
      <Mark name={current.name} logo={current.logo} />
      <span className="min-w-0 flex-1">
        <b>{current.name}</b>
        {subtitle ? <small>{subtitle}</small> : null}
      </span>
    </>
  );
  if (organizations.length < 2 && !children && !open_href) return <div className="ly-switch">{label}</div>;
  return (
    <Menu
      label="Gym and location"
      triggerClassName="ly-switch"
      trigger={
        <>
          {label}
          <ChevronsUpDown aria-hidden="true" className="text-ink-3" />
        </>
      }
    >
      {children}
      {organizations.length > 1 ? (
        <>
          {children ? <MenuSeparator /> : null}
          <MenuLabel>Gyms</MenuLabel>
          {organizations.map((organization) => (
            <MenuLink key={organization.id} href={organization.href} checked={organization.id === current.id}>
              {organization.name}
            </MenuLink>
          ))}
        </>
      ) : null}
      {open_href ? (
        <>
          {children || organizations.length > 1 ? <MenuSeparator /> : null}
          <MenuLink href={open_href} icon={<Plus aria-hidden="true" />}>
            Create another gym
          </MenuLink>
        </>
      ) : null}
    </Menu>
  );
}
