"use client";

import { useMutation } from "@tanstack/react-query";
import { Mail, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/controls/button";
import { Badge } from "@/components/ui/data/badge";
import { Row, RowList } from "@/components/ui/data/row-list";
import { Section } from "@/components/ui/data/section";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { createInvitation, resendInvitation, revokeInvitation } from "@/lib/client/endpoints/team";
import type { Output } from "@/lib/contracts/contract";
import type { listInvitations } from "@/lib/contracts/team/invitations";
import { roleNames } from "@/lib/values/role-names";

export type OpenInvitation = Output<typeof listInvitations>["data"][number] & {
  /** Formatted by the page, which knows the gym's time zone. */
  sent: string;
  until: string;
};

interface OpenInvitationsProps {
  organization: string;
  invitations: readonly OpenInvitation[];
  can_manage: boolean;
}

export function OpenInvitations({ organization, invitations, can_manage }: OpenInvitationsProps) {
  const router = useRouter();
  const toast = useToast();
  const showError = (error: Error) => toast.show({ tone: "bad", message: error.message });
  const invite = useMutation({
    mutationFn: ({ email, role, location_ids }: OpenInvitation) =>
      api(createInvitation, { email, role, location_ids }, { organization }),
    onSuccess: () => router.refresh(),
    onError: showError,
  });
  const resend = useMutation({
    mutationFn: ({ id }: OpenInvitation) => api(resendInvitation, { id }, { organization }),
    onSuccess: (_, { email }) => {
      toast.show({ tone: "good", message: `Invitation resent to ${email}. The previous link no longer works` });
      router.refresh();
    },
    onError: showError,
  });
  const revoke = useMutation({
    mutationFn: ({ id }: OpenInvitation) => api(revokeInvitation, { id }, { organization }),
    onSuccess: (_, invitation) => {
      toast.show({
        tone: "good",
        message: `Invitation of ${invitation.email} revoked`,
        action: { label: "Invite again", onAction: () => invite.mutate(invitation) },
      });
      router.refresh();
    },
    onError: showError,
  });
  if (invitations.length === 0) return null;
  return (
    <Section
      title="Pending invitations"
      className="border-line border-b"
      meta={<span className="text-ink-3">waiting for acceptance</span>}
    >
      <RowList label="Pending invitations">
        {invitations.map((invitation) => (
          <Row
            key={invitation.id}
            title={invitation.email}
            subtitle={`${roleNames[invitation.role]} · invited ${invitation.sent}${invitation.invited_by_name ? ` by ${invitation.invited_by_name}` : ""}`}
            end={
              <span className="ml-auto flex flex-wrap items-center justify-end gap-2">
                {invitation.is_expired ? (
                  <Badge tone="warn">Link expired</Badge>
                ) : (
                  <span className="text-ink-3 max-md:hidden">expires {invitation.until}</span>
                )}
                {can_manage ? (
                  <>
                    <Button
                      size="sm"
                      icon={<Mail aria-hidden="true" />}
                      busy={resend.isPending && resend.variables.id === invitation.id}
                      onClick={() => resend.mutate(invitation)}
                    >
                      Resend
                    </Button>
                    <Button
                      size="sm"
                      variant="quiet"
                      icon={<X aria-hidden="true" />}
                      busy={revoke.isPending && revoke.variables.id === invitation.id}
                      onClick={() => revoke.mutate(invitation)}
                    >
                      Revoke
                    </Button>
                  </>
                ) : null}
              </span>
            }
          />
        ))}
      </RowList>
    </Section>
  );
}
