"use client";

import { Copy, Tag } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { RowSelection } from "@/components/ui/data/row-selection";
import { useToast } from "@/components/ui/overlays/toast";
import { TagDialog } from "./tag-dialog";

export type Selectable = { id: string; name: string; email: string | null; tags: readonly string[] };

interface MemberSelectionProps {
  organization: string;
  members: readonly Selectable[];
  tags: readonly string[];
  children: ReactNode;
}

/** What can be done with several members at once. */
export function MemberSelection({ organization, members, tags, children }: MemberSelectionProps) {
  const [tagging, setTagging] = useState<{ chosen: Selectable[]; clear: () => void } | null>(null);
  const toast = useToast();
  const copy = async (chosen: readonly Selectable[]) => {
    const emails = chosen.flatMap(({ email }) => email ?? []);
    await navigator.clipboard.writeText(emails.join(", "));
    const without = chosen.length - emails.length;
    const rest = without > 0 ? `; ${without} of them ${without === 1 ? "has" : "have"} none` : "";
    toast.show({ tone: "good", message: `${emails.length} email addresses are copied${rest}` });
  };
  return (
    <>
      <RowSelection
        bar={({ ids, clear }) => {
          const chosen = members.filter(({ id }) => ids.includes(id));
          return (
            <>
              <Button
                variant="invert"
                data-bare=""
                icon={<Tag aria-hidden="true" />}
                onClick={() => setTagging({ chosen, clear })}
              >
                Tag
              </Button>
              <Button variant="invert" data-bare="" icon={<Copy aria-hidden="true" />} onClick={() => copy(chosen)}>
                Copy emails
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
          members={tagging.chosen}
          tags={tags}
          onClose={() => setTagging(null)}
          onDone={tagging.clear}
        />
      ) : null}
    </>
  );
}
