"use client";

import { Copy, Tag } from "lucide-react";
import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { RowSelection } from "@/components/ui/data/row-selection";
import { Nothing } from "@/components/ui/overlays/nothing";
import { useToast } from "@/components/ui/overlays/toast";

const TagDialog = dynamic(() => import("./tag-dialog").then((module) => module.TagDialog), { loading: Nothing });

export type SelectableMember = { id: string; name: string; email: string | null; tags: readonly string[] };

interface MemberSelectionProps {
  organization: string;
  members: readonly SelectableMember[];
  tags: readonly string[];
  children: ReactNode;
}

/** Bulk actions for the selected members. */
export function MemberSelection({ organization, members, tags, children }: MemberSelectionProps) {
  const [tagging, setTagging] = useState<{ selected: SelectableMember[]; clear: () => void } | null>(null);
  const toast = useToast();
  const copy = async (selected: readonly SelectableMember[]) => {
    const emails = selected.flatMap(({ email }) => email ?? []);
    await navigator.clipboard.writeText(emails.join(", "));
    const without = selected.length - emails.length;
    const suffix = without > 0 ? `. ${without} ${without === 1 ? "member has" : "members have"} no e-mail address` : "";
    const addresses = emails.length === 1 ? "e-mail address" : "e-mail addresses";
    toast.show({ tone: "good", message: `${emails.length} ${addresses} copied${suffix}` });
  };
  return (
    <>
      <RowSelection
        bar={({ ids, clear }) => {
          const selected = members.filter(({ id }) => ids.includes(id));
          return (
            <>
              <Button
                variant="invert"
                data-bare=""
                icon={<Tag aria-hidden="true" />}
                onClick={() => setTagging({ selected, clear })}
              >
                Tag
              </Button>
              <Button variant="invert" data-bare="" icon={<Copy aria-hidden="true" />} onClick={() => copy(selected)}>
                Copy e-mails
              </Button>
            </>
          );
        }}
      >
        {children}
      </RowSelection>
      {tagging ? (
        <TagDialog
          organization={organization}
          members={tagging.selected}
          tags={tags}
          onClose={() => setTagging(null)}
          onDone={tagging.clear}
        />
      ) : null}
    </>
  );
}
