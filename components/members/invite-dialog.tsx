"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { FormError } from "@/components/ui/forms/form-error";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Dialog } from "@/components/ui/overlays/dialog";
import { api } from "@/lib/client/api";
import type { Input, Output } from "@/lib/client/endpoint";
import { getInvitationBatch, inviteMembers } from "@/lib/client/endpoints/identity";
import { counted } from "@/lib/values/counted";
import { invitationDays, invitationSkipWords } from "@/lib/values/member-invitations";

type Filters = NonNullable<Input<typeof inviteMembers>["filters"]>;

interface InviteDialogProps {
  organization: string;
  member_ids: readonly string[];
  /** The whole list that the selection is from. */
  list: { filters: Filters; count: string } | null;
  onClose: () => void;
  onDone: () => void;
}

const pollMs = 1_000;

/** Invites the selected members, or the whole list, and shows what became of it. */
export function InviteDialog({ organization, member_ids, list, onClose, onDone }: InviteDialogProps) {
  const [all, setAll] = useState(false);
  const invite = useMutation({
    mutationFn: () =>
      api(inviteMembers, all && list ? { filters: list.filters } : { member_ids: [...member_ids] }, { organization }),
  });
  const { data: batch } = useQuery({
    queryKey: ["invitation-batch", invite.data?.id],
    queryFn: ({ signal }) => api(getInvitationBatch, { id: invite.data?.id ?? "" }, { organization, signal }),
    enabled: invite.data !== undefined,
    refetchInterval: ({ state }) => (state.data?.state === "done" ? false : pollMs),
  });
  const finish = () => {
    onDone();
    onClose();
  };
  return (
    <Dialog
      open
      onClose={invite.data ? finish : onClose}
      title="Invite members to their pages"
      actions={
        invite.data ? (
          <Button variant="primary" onClick={finish}>
            Close
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button variant="primary" busy={invite.isPending} onClick={() => invite.mutate()}>
              Send invitations
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <FormError message={invite.error?.message} />
        {invite.data ? (
          <Outcome batch={batch ?? invite.data} />
        ) : (
          <>
            <p>
              Each member gets an e-mail with a link to their page, valid for {counted(invitationDays, "day")}. Members
              without an e-mail address, with a login, or invited in the last 24 hours are left out.
            </p>
            {list ? (
              <RadioGroup
                label="Who is invited"
                name="who"
                value={all ? "all" : "selected"}
                onValueChange={(value) => setAll(value === "all")}
                options={[
                  {
                    value: "selected",
                    label:
                      member_ids.length === 1 ? "The selected member" : `The ${member_ids.length} selected members`,
                  },
                  { value: "all", label: `All members of this list (${list.count})` },
                ]}
              />
            ) : null}
          </>
        )}
      </div>
    </Dialog>
  );
}

function Outcome({ batch }: { batch: Output<typeof inviteMembers> }) {
  const { state, looked_at, invited, skipped } = batch;
  return (
    <div role="status">
      <p className="text-ink">
        {state === "done"
          ? `${invited === 1 ? "1 member was" : `${invited} members were`} invited.`
          : `${looked_at} looked at, ${invited} invited. You can close this; it goes on.`}
      </p>
      {skipped.length > 0 ? (
        <ul className="mt-2 text-ink-3">
          {skipped.map(({ reason, count }) => (
            <li key={reason}>
              {count} left out: {invitationSkipWords[reason]}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
