"use client";

import { Bell, Settings2 } from "lucide-react";
import { useState } from "react";
import { NoticeDialog } from "@/components/messages/staff-notices/notice-dialog";
import { unreadWords } from "@/components/messages/staff-notices/unread-words";
import { useUnread } from "@/components/messages/staff-notices/use-unread";
import { KeyCap } from "@/components/ui/controls/key-cap";
import { Menu, MenuItem } from "@/components/ui/overlays/menu";
import { MenuCheck, MenuLabel, MenuLink, MenuSeparator } from "@/components/ui/overlays/menu-parts";
import type { Place } from "@/lib/client/format";
import { rememberLocation } from "./remember-location";
import { usePreferences } from "./use-preferences";

interface DeskMenuProps {
  organization: string;
  location_id: string;
  locations: readonly { id: string; name: string }[];
  /** Where the team works; null for who only has the desk. */
  homeHref: string | null;
  place: Place;
}

/** What this device does, where it stands, and the way out. */
export function DeskMenu({ organization, location_id, locations, homeHref, place }: DeskMenuProps) {
  const [{ has_sound, faces_members, camera }, change] = usePreferences();
  const [readsNotices, setReadsNotices] = useState(false);
  const unread = useUnread(organization, location_id);
  return (
    <>
      <Menu
        label={unread > 0 ? `Settings of this desk, ${unreadWords(unread)}` : "Settings of this desk"}
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
          onSelect={() => setReadsNotices(true)}
        >
          Notices
        </MenuItem>
        <MenuSeparator />
        <MenuCheck checked={has_sound} onSelect={() => change({ has_sound: !has_sound })}>
          Sound <KeyCap>F8</KeyCap>
        </MenuCheck>
        <MenuCheck checked={faces_members} onSelect={() => change({ faces_members: !faces_members })}>
          Members see this screen
        </MenuCheck>
        <MenuSeparator />
        <MenuLabel>Camera</MenuLabel>
        {(
          [
            ["user", "On the side of the screen"],
            ["environment", "On the back"],
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
            <MenuLabel>This desk stands at</MenuLabel>
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
            <MenuLink href={homeHref}>Leave the desk</MenuLink>
          </>
        ) : null}
      </Menu>
      {readsNotices ? (
        <NoticeDialog
          organization={organization}
          unread={unread}
          place={place}
          onClose={() => setReadsNotices(false)}
        />
      ) : null}
    </>
  );
}
