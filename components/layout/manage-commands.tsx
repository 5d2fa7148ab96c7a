"use client";

import { useCallback } from "react";
import { Avatar } from "@/components/ui/data/avatar";
import { api } from "@/lib/client/api";
import { listMembers } from "@/lib/client/endpoints/members";
import { fullName } from "@/lib/values/person-name";
import { CommandPalette } from "./command-palette";
import { KeyboardShortcuts } from "./keyboard-shortcuts";

interface ManageCommandsProps {
  organization: string;
  pages: readonly { label: string; href: string }[];
  canCheckIn: boolean;
  canAddMembers: boolean;
  canSendBulk: boolean;
}

/** The command palette of the manage pages, and the shortcuts C, N and W. */
export function ManageCommands(props: ManageCommandsProps) {
  const { organization, pages, canCheckIn, canAddMembers, canSendBulk } = props;
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
    ...(canCheckIn ? [{ id: "check-in", label: "Check in a member", href: `/desk/${organization}`, keyCap: "C" }] : []),
    ...(canSendBulk
      ? [{ id: "new-bulk-message", label: "New bulk message", href: `${base}/messages/bulk/new`, keyCap: "W" }]
      : []),
  ].map((command) => ({ ...command, group: "Actions" }));
  const commands = [...actions, ...pages.map(({ label, href }) => ({ id: href, label, href, group: "Go to" }))];
  const shortcuts = actions.map(({ keyCap, label, href }) => ({ key: keyCap.toLowerCase(), label, href }));
  return (
    <>
      <CommandPalette commands={commands} search={search} />
      <KeyboardShortcuts shortcuts={shortcuts} />
    </>
  );
}
