"use client";

import { Archive, Copy, Download, Mail, MessageSquare, Tag } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { type ComponentProps, type ReactNode, useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { RowSelection } from "@/components/ui/data/row-selection";
import { Nothing } from "@/components/ui/overlays/nothing";
import { useToast } from "@/components/ui/overlays/toast";
import { useArchive } from "./use-archive";

const TagDialog = dynamic(() => import("./tag-dialog").then((module) => module.TagDialog), { loading: Nothing });

const InviteDialog = dynamic(() => import("./invite-dialog").then((module) => module.InviteDialog), {
  loading: Nothing,
});

const ArchiveReport = dynamic(() => import("./archive-report").then((module) => module.ArchiveReport), {
  loading: Nothing,
});

export type SelectableMember = { id: string; name: string; email: string | null; tags: readonly string[] };

interface MemberSelectionProps {
  organization: string;
  members: readonly SelectableMember[];
  tags: readonly string[];
  /** Set for those who may invite many: the list that a selection is from, where it has more pages. */
  invites?: { list: ComponentProps<typeof InviteDialog>["list"] };
  rights: { message: boolean; export: boolean; archive: boolean };
  children: ReactNode;
}

/** Bulk actions for the selected members. */
export function MemberSelection({ organization, members, tags, rights, invites, children }: MemberSelectionProps) {
  const [tagging, setTagging] = useState<{ selected: SelectableMember[]; clear: () => void } | null>(null);
  const [inviting, setInviting] = useState<{ member_ids: string[]; clear: () => void } | null>(null);
  const { archive, isPending, report, close } = useArchive(organization);
  const router = useRouter();
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
          const chosen = new URLSearchParams({ member_id: ids.join() });
          return (
            <>
              {rights.message ? (
                <Button
                  variant="invert"
                  data-bare=""
                  icon={<MessageSquare aria-hidden="true" />}
                  onClick={() => router.push(`/manage/${organization}/messages/bulk/new?${chosen}`)}
                >
                  Message
                </Button>
              ) : null}
              {rights.export ? (
                <Button
                  variant="invert"
                  data-bare=""
                  icon={<Download aria-hidden="true" />}
                  onClick={() =>
                    window.location.assign(`/api/v1/members/export?${chosen}&${new URLSearchParams({ organization })}`)
                  }
                >
                  Export
                </Button>
              ) : null}
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
              {invites ? (
                <Button
                  variant="invert"
                  data-bare=""
                  icon={<Mail aria-hidden="true" />}
                  onClick={() => setInviting({ member_ids: selected.map(({ id }) => id), clear })}
                >
                  Invite
                </Button>
              ) : null}
              {rights.archive ? (
                <Button
                  variant="invert"
                  data-bare=""
                  busy={isPending}
                  icon={<Archive aria-hidden="true" />}
                  onClick={() => archive({ selected, clear })}
                >
                  Archive
                </Button>
              ) : null}
            </>
          );
        }}
      >
        {children}
      </RowSelection>
      {invites && inviting ? (
        <InviteDialog
          organization={organization}
          member_ids={inviting.member_ids}
          list={invites.list}
          onClose={() => setInviting(null)}
          onDone={inviting.clear}
        />
      ) : null}
      {report ? <ArchiveReport {...report} onClose={close} /> : null}
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
