"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Badge, type BadgeTone } from "@/components/ui/data/badge";
import { EmptyState } from "@/components/ui/data/empty-state";
import { Row, RowList } from "@/components/ui/data/row-list";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import type { Output } from "@/lib/client/endpoint";
import { actOnSandboxObject } from "@/lib/client/endpoints/sandbox";
import { formatDateTime, type LocaleContext, lowercaseRelativeDay } from "@/lib/client/format";
import { formatMoney } from "@/lib/values/money";
import type { SandboxAction, SandboxListedKind } from "@/lib/values/sandbox/behaviour";

type SandboxObject = Output<typeof actOnSandboxObject>;

interface ObjectListProps {
  organization: string;
  kind: SandboxListedKind;
  objects: readonly SandboxObject[];
  localeContext: LocaleContext;
}

const tones: Record<string, BadgeTone> = {
  succeeded: "good",
  paid: "good",
  won: "good",
  usable: "good",
  failed: "bad",
  lost: "bad",
  needs_response: "warn",
  warning: "warn",
  active: "good",
  overdue: "bad",
  open: "note",
  processing: "note",
  pending: "note",
  authorized: "note",
};

const actionLabels: Record<SandboxAction, string> = {
  settle: "Settle now",
  fail: "Return now",
  dispute: "Open dispute",
  inquire: "Inquire",
  win: "Gym wins",
  lose: "Gym loses",
  remove: "Remove",
};

/** What an action does to a subscription or its bill is said in its own words. */
const ownLabels: Partial<Record<SandboxListedKind, Partial<Record<SandboxAction, string>>>> = {
  subscription: { settle: "Bill now", fail: "Decline next bill", remove: "End now" },
  subscription_bill: { settle: "Try again now" },
};

const labelOf = (kind: SandboxListedKind, action: SandboxAction): string =>
  ownLabels[kind]?.[action] ?? actionLabels[action];

const emptyTitles: Record<SandboxListedKind, string> = {
  payment: "No payments yet",
  method: "No saved methods yet",
  refund: "No refunds yet",
  dispute: "No disputes yet",
  payout: "No payouts yet",
  subscription: "No subscriptions yet",
  subscription_bill: "No bills of subscriptions yet",
};

export function ObjectList({ organization, kind, objects, localeContext }: ObjectListProps) {
  if (objects.length === 0) {
    return (
      <EmptyState title={emptyTitles[kind]} level={3}>
        What the gym does through the sandbox appears here.
      </EmptyState>
    );
  }
  return (
    <RowList label="Objects of the sandbox">
      {objects.map((object) => (
        <Row
          key={object.id}
          title={titleOf(object, localeContext.locale)}
          subtitle={
            <>
              {object.ref} · {formatDateTime(object.created_at, localeContext)}
              {object.due_at
                ? ` · changes by itself ${lowercaseRelativeDay(formatDateTime(object.due_at, localeContext))}`
                : null}
            </>
          }
          end={
            <span className="flex flex-wrap items-center justify-end gap-2">
              <Badge tone={tones[object.status] ?? "mute"}>{inWords(object.decline_code ?? object.status)}</Badge>
              <ObjectActions organization={organization} object={object} />
            </span>
          }
        />
      ))}
    </RowList>
  );
}

function ObjectActions({ organization, object }: { organization: string; object: SandboxObject }) {
  const router = useRouter();
  const toast = useToast();
  const [pending, setPending] = useState<SandboxAction | null>(null);
  const act = async (action: SandboxAction) => {
    setPending(action);
    try {
      await api(actOnSandboxObject, { id: object.id, action }, { organization });
      router.refresh();
    } catch (error) {
      toast.show({ message: error instanceof Error ? error.message : "Something went wrong. Try again.", tone: "bad" });
    }
    setPending(null);
  };
  return object.actions.map((action) => (
    <Button
      key={action}
      size="sm"
      busy={pending === action}
      aria-label={`${labelOf(object.kind, action)}: ${object.label}`}
      onClick={() => void act(action)}
    >
      {labelOf(object.kind, action)}
    </Button>
  ));
}

const titleOf = ({ amount_minor, currency, label }: SandboxObject, locale: string): string =>
  amount_minor === null || currency === null ? label : `${formatMoney(amount_minor, currency, locale)} · ${label}`;

const inWords = (code: string): string => code.replaceAll("_", " ");
