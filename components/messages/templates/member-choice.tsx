"use client";

import { useCallback } from "react";
import { Avatar } from "@/components/ui/data/avatar";
import { Combobox, type ComboOption } from "@/components/ui/forms/combobox";
import { api } from "@/lib/client/api";
import { listMembers } from "@/lib/client/endpoints/members";
import { fullName } from "@/lib/values/person-name";

interface MemberChoiceProps {
  organization: string;
  label: string;
  value: ComboOption | null;
  onValueChange: (member: ComboOption | null) => void;
}

export function MemberChoice({ organization, label, value, onValueChange }: MemberChoiceProps) {
  const search = useCallback(
    async (q: string, signal: AbortSignal) => {
      const { data } = await api(listMembers, { ...(q.trim() ? { q } : {}), limit: 8 }, { organization, signal });
      return data.map(({ id, first_name, last_name, member_code, photo_url }) => {
        const name = fullName(first_name, last_name);
        return { value: id, label: name, hint: member_code, lead: <Avatar name={name} src={photo_url} size="sm" /> };
      });
    },
    [organization],
  );
  return (
    <Combobox
      aria-label={label}
      placeholder={label}
      className="w-full"
      search={search}
      value={value}
      onValueChange={onValueChange}
    />
  );
}
