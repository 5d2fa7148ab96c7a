"use client";

import { Bell, Settings2 } from "lucide-react";
import { useState } from "react";
import { NoticeDialog } from "@/components/messages/staff-notices/notice-dialog";
import { unreadText } from "@/components/messages/staff-notices/unread-words";
import { useUnread } from "@/components/messages/staff-notices/use-unread";
import { KeyCap } from "@/components/ui/controls/key-cap";
import { Menu, MenuItem } from "@/components/ui/overlays/menu";
import { MenuCheck, MenuLabel, MenuLink, MenuSeparator } from "@/components/ui/overlays/menu-parts";
import type { LocaleContext } from "@/lib/client/format";
import { rememberLocation } from "./remember-location";
import { usePreferences } from "./use-preferences";

interface DeskMenuProps {
  organization: string;
  location_id: string;
  locations: readonly { id: string; name: string }[];
  /** The manage pages; null for users who may only use the desk. */
  homeHref: string | null;
  localeContext: LocaleContext;
}

/** Settings of this device, its location, and the link back to the manage pages. */
export function DeskMenu({ organization, location_id, locations, homeHref, localeContext }: DeskMenuProps) {
  const [{ has_sound, faces_members, camera }, change] = usePreferences();
  const [showsNotices, setShowsNotices] = useState(false);
  const unread = useUnread(organization, location_id);
  return (
    <>
      <Menu
        label={unread > 0 ? `Desk settings, ${unreadText(unread)}` : "Desk settings"}
        trigger={
          <span className="nt-bell">
            <Settings2 aria-hidden="true" />
            {unread > 0 ? <b aria-hidden="true">{unread > 99 ? "99+" : unread}</b> : null}
          </span>
        }
        iconOnly
        variant="quiet"
        size="touch"
        align="end"
        className="desk-menu"
      >
        <MenuItem
          icon={<Bell aria-hidden="true" />}
          end={unread > 0 ? `${unread} unread` : undefined}
          onSelect={() => setShowsNotices(true)}
        >
          Notices
        </MenuItem>
        <MenuSeparator />
        <MenuCheck checked={has_sound} onSelect={() => change({ has_sound: !has_sound })}>
          Sound <KeyCap>F8</KeyCap>
        </MenuCheck>
        <MenuCheck checked={faces_members} onSelect={() => change({ faces_members: !faces_members })}>
          Screen faces members
        </MenuCheck>
        <MenuSeparator />
        <MenuLabel>Camera</MenuLabel>
        {(
          [
            ["user", "Front camera"],
            ["environment", "Rear camera"],
            ["off", "Off"],
          ] as const
        ).map(([value, label]) => (
          <MenuCheck key={value} kind="radio" checked={camera === value} onSelect={() => change({ camera: value })}>
            {label}
          </MenuCheck>
        ))}
        {locations.length > 1 ? (
          <>
            <MenuSeparator />
            <MenuLabel>Location of this desk</MenuLabel>
            {locations.map(({ id, name }) => (
              <MenuCheck
                key={id}
                kind="radio"
                checked={id === location_id}
                onSelect={() => rememberLocation(organization, id)}
              >
                {name}
              </MenuCheck>
            ))}
          </>
        ) : null}
        {homeHref ? (
          <>
            <MenuSeparator />
            <MenuLink href={homeHref}>Exit front desk</MenuLink>
          </>
        ) : null}
      </Menu>
      {showsNotices ? (
        <NoticeDialog
          organization={organization}
          unread={unread}
          localeContext={localeContext}
          onClose={() => setShowsNotices(false)}
        />
      ) : null}
    </>
  );
}
