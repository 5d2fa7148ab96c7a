"use client";

import { useCallback } from "react";
import { Avatar } from "@/components/ui/data/avatar";
import { api } from "@/lib/client/api";
import { listMembers } from "@/lib/contracts/members/members";
import { fullName } from "@/lib/values/person-name";
import { CommandPalette } from "./command-palette";
import { KeyboardShortcuts } from "./keyboard-shortcuts";

interface ManageCommandsProps {
  organization: string;
  places: readonly { label: string; href: string }[];
  canCheckIn: boolean;
  canAddMembers: boolean;
  canWriteToMany: boolean;
}

/** Finds members and places from every page of the portal, and answers the single keys C, N and W. */
export function ManageCommands(props: ManageCommandsProps) {
  const { organization, places, canCheckIn, canAddMembers, canWriteToMany } = props;
  const base = `/manage/${organization}`;
  const search = useCallback(
    async (term: string, signal: AbortSignal) => {
      const { data } = await api(listMembers, { q: term, limit: 8 }, { organization, signal });
      return data.map((member) => {
        const name = fullName(member.first_name, member.last_name);
        return {
          id: member.id,
          label: name,
          href: `/manage/${organization}/members/${member.id}`,
          hint: member.member_code,
          lead: <Avatar name={name} src={member.photo_url} size="xs" />,
        };
      });
    },
    [organization],
  );
  const actions = [
    ...(canAddMembers ? [{ id: "new-member", label: "New member", href: `${base}/members/new`, keyCap: "N" }] : []),
    ...(canCheckIn
      ? [{ id: "check-in", label: "Check in at the desk", href: `/desk/${organization}`, keyCap: "C" }]
      : []),
    ...(canWriteToMany
      ? [{ id: "write-to-many", label: "Write to many members", href: `${base}/messages/bulk/new`, keyCap: "W" }]
      : []),
  ].map((command) => ({ ...command, group: "Do" }));
  const commands = [...actions, ...places.map(({ label, href }) => ({ id: href, label, href, group: "Go to" }))];
  const shortcuts = actions.map(({ keyCap, label, href }) => ({ key: keyCap.toLowerCase(), label, href }));
  return (
    <>
      <CommandPalette commands={commands} search={search} />
      <KeyboardShortcuts shortcuts={shortcuts} />
    </>
  );
}
