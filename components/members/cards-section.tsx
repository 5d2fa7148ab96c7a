"use client";

import { useMutation } from "@tanstack/react-query";
import { IdCard } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Nothing } from "@/components/ui/overlays/nothing";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { issueCard } from "@/lib/client/endpoints/members";
import { formatDay, formatExact, type LocaleContext } from "@/lib/client/format";
import { dayAt } from "@/lib/values/calendar-day";
import type { Card } from "./member";

const RevokeDialog = dynamic(() => import("./revoke-dialog").then((module) => module.RevokeDialog), {
  loading: Nothing,
});

const NewCardDialog = dynamic(() => import("./new-card-dialog").then((module) => module.NewCardDialog), {
  loading: Nothing,
});

interface CardsSectionProps {
  organization: string;
  member: { id: string; first_name: string };
  cards: readonly Card[];
  localeContext: LocaleContext;
  canIssue: boolean;
}

export function CardsSection({ organization, member, cards, localeContext, canIssue }: CardsSectionProps) {
  const [revoking, setRevoking] = useState<Card | null>(null);
  const router = useRouter();
  const toast = useToast();
  const issue = useMutation({
    mutationFn: () => api(issueCard, { id: member.id }, { organization }),
    onSuccess: () => router.refresh(),
    onError: (error) => toast.show({ tone: "bad", message: error.message }),
  });
  const valid = cards.filter(({ revoked_at }) => revoked_at === null);
  const revoked = cards.length - valid.length;
  const since = (card: Card) => formatDay(dayAt(card.issued_at, localeContext.time_zone), localeContext);
  return (
    <>
      {valid.length > 0 ? (
        <ul className="flex flex-col gap-1">
          {valid.map((card) => (
            <li key={card.id} className="flex items-center justify-between gap-2">
              <span className="text-ink">
                Card …{card.code_hint}{" "}
                <span className="text-ink-3" title={formatExact(card.issued_at, localeContext)}>
                  {since(card)}
                </span>
              </span>
              {canIssue ? (
                <Button size="sm" variant="quiet" onClick={() => setRevoking(card)}>
                  Revoke
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-3">No card. The member can use the phone pass instead.</p>
      )}
      {revoked > 0 ? (
        <p className="mt-1 text-12 text-ink-3">{revoked === 1 ? "1 revoked card" : `${revoked} revoked cards`}</p>
      ) : null}
      {canIssue ? (
        <Button
          size="sm"
          className="mt-2"
          icon={<IdCard aria-hidden="true" />}
          busy={issue.isPending}
          onClick={() => issue.mutate()}
        >
          Issue card
        </Button>
      ) : null}
      {issue.data ? (
        <NewCardDialog organization={organization} member={member} code={issue.data.code} onClose={issue.reset} />
      ) : null}
      {revoking ? (
        <RevokeDialog organization={organization} member={member} card={revoking} onClose={() => setRevoking(null)} />
      ) : null}
    </>
  );
}
