"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { OwnMembership } from "@/components/access/passes/pass-facts";
import { Button, ButtonLink } from "@/components/ui/controls/button";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { removeOwnFreeze, withdrawOwnCancellation } from "@/lib/client/endpoints/me";

interface OwnActionsProps {
  organization: string;
  membership: Pick<OwnMembership, "id" | "plan_name" | "kind" | "cancelled_on" | "freeze">;
  today: string;
}

/** What members do with a membership themselves. F3: the way to the end stands beside the others. */
export function OwnActions({ organization, membership, today }: OwnActionsProps) {
  const { id, plan_name, kind, cancelled_on, freeze } = membership;
  const router = useRouter();
  const { show } = useToast();
  const undo = useMutation({
    mutationFn: (endpoint: typeof removeOwnFreeze | typeof withdrawOwnCancellation) =>
      endpoint === removeOwnFreeze
        ? api(removeOwnFreeze, { id }, { organization })
        : api(withdrawOwnCancellation, { id }, { organization }),
    onSuccess: () => {
      show({ tone: "good", message: "Done" });
      router.refresh();
    },
    onError: (error) => show({ tone: "bad", message: error.message }),
  });
  const base = `/me/${organization}/membership/${id}`;
  return (
    <div className="mb-3 flex flex-wrap gap-2">
      {freeze && freeze.from_on >= today ? (
        <Button size="touch" busy={undo.isPending} onClick={() => undo.mutate(removeOwnFreeze)}>
          Remove freeze
        </Button>
      ) : null}
      {!freeze && !cancelled_on && kind !== "day_pass" ? (
        <ButtonLink href={`${base}/freeze`} size="touch" aria-label={`Freeze ${plan_name}`}>
          Freeze
        </ButtonLink>
      ) : null}
      {cancelled_on ? (
        <Button size="touch" busy={undo.isPending} onClick={() => undo.mutate(withdrawOwnCancellation)}>
          Withdraw cancellation
        </Button>
      ) : (
        <ButtonLink href={`${base}/cancel`} size="touch" aria-label={`Cancel ${plan_name}`}>
          Cancel membership
        </ButtonLink>
      )}
    </div>
  );
}
