"use client";

import { useMutation } from "@tanstack/react-query";
import { Mail } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Nothing } from "@/components/ui/overlays/nothing";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { inviteMember, revokeMemberInvitation } from "@/lib/client/endpoints/identity";
import { formatDay, formatExact, type LocaleContext, lowercaseRelativeDay } from "@/lib/client/format";
import type { Output } from "@/lib/contracts/contract";
import type { getMemberLogin } from "@/lib/contracts/identity/member-invitations";
import { dayAt } from "@/lib/values/calendar-day";

const RemoveLoginDialog = dynamic(() => import("./remove-login-dialog").then((module) => module.RemoveLoginDialog), {
  loading: Nothing,
});

type MemberLogin = Output<typeof getMemberLogin>;

interface LoginSectionProps {
  organization: string;
  first_name: string;
  login: MemberLogin;
  localeContext: LocaleContext;
  canInvite: boolean;
  canRemove: boolean;
}

/** How the member signs in, and the invitation to their page. */
export function LoginSection(props: LoginSectionProps) {
  const { organization, first_name, login: state, localeContext, canInvite, canRemove } = props;
  const { member_id: id, login, recipient, invitation } = state;
  const [removing, setRemoving] = useState(false);
  const router = useRouter();
  const toast = useToast();
  const onError = (error: Error) => toast.show({ tone: "bad", message: error.message });
  const invite = useMutation({
    mutationFn: () => api(inviteMember, { id }, { organization }),
    onSuccess: ({ invitation: sent }) => {
      toast.show({ tone: "good", message: `Invitation sent to ${sent?.email}` });
      router.refresh();
    },
    onError,
  });
  const revoke = useMutation({
    mutationFn: () => api(revokeMemberInvitation, { id }, { organization }),
    onSuccess: () => {
      toast.show({ tone: "good", message: "The invitation was revoked" });
      router.refresh();
    },
    onError,
  });
  const isOpen = invitation?.state === "open";
  return (
    <>
      {login ? (
        <p className="text-ink">
          Has their own login, <span className="break-words">{login.email}</span>
          <span className="block text-ink-3">
            {login.last_sign_in_at ? (
              <>
                Last sign-in <When instant={login.last_sign_in_at} localeContext={localeContext} />
              </>
            ) : (
              "Has not signed in yet"
            )}
          </span>
        </p>
      ) : (
        <p className="text-ink">
          {invitation ? <InvitationText invitation={invitation} localeContext={localeContext} /> : "No login yet"}
          {recipient ? null : (
            <span className="block text-ink-3">
              {first_name} has no e-mail address, so there is no link to send. Issue a card under “Entry” and print it:
              its code opens the door.
            </span>
          )}
        </p>
      )}
      <div className="mt-2 flex flex-wrap gap-2">
        {canInvite && !login && recipient ? (
          <Button
            size="sm"
            icon={<Mail aria-hidden="true" />}
            busy={invite.isPending}
            onClick={() => invite.mutate()}
            title={`To ${recipient.email}`}
          >
            {isOpen ? "Send again" : recipient.kind === "own" ? "Invite to their page" : "Invite the guardian"}
          </Button>
        ) : null}
        {canInvite && !login && isOpen ? (
          <Button size="sm" variant="quiet" busy={revoke.isPending} onClick={() => revoke.mutate()}>
            Revoke
          </Button>
        ) : null}
        {canRemove && login ? (
          <Button size="sm" variant="quiet" onClick={() => setRemoving(true)}>
            Remove login
          </Button>
        ) : null}
      </div>
      {removing && login ? (
        <RemoveLoginDialog
          organization={organization}
          member={{ id, first_name }}
          email={login.email}
          recipient={recipient?.email ?? null}
          onClose={() => setRemoving(false)}
        />
      ) : null}
    </>
  );
}

const endings = {
  open: "",
  expired: ", the link has expired",
  accepted: ", accepted",
  revoked: ", revoked",
  void: ", the address has changed since",
};

function InvitationText({
  invitation,
  localeContext,
}: {
  invitation: NonNullable<MemberLogin["invitation"]>;
  localeContext: LocaleContext;
}) {
  return (
    <>
      {invitation.kind === "guardian" ? "Guardian invited" : "Invited"}{" "}
      <When instant={invitation.sent_at} localeContext={localeContext} />
      {endings[invitation.state]}
    </>
  );
}

function When({ instant, localeContext }: { instant: string; localeContext: LocaleContext }) {
  return (
    <span title={formatExact(instant, localeContext)}>
      {lowercaseRelativeDay(formatDay(dayAt(instant, localeContext.time_zone), localeContext))}
    </span>
  );
}
