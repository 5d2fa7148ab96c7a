"use client";

import { useMutation } from "@tanstack/react-query";
import { CreditCard, Landmark, Smartphone, WalletCards } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Badge } from "@/components/ui/data/badge";
import { Row, RowList } from "@/components/ui/data/row-list";
import { Nothing } from "@/components/ui/overlays/nothing";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { makeDefault, makeOwnDefault } from "@/lib/client/endpoints/payment-methods";
import type { CalendarDay } from "@/lib/values/calendar-day";
import { type Method, methodFacts } from "./method-words";

const RemoveMethodDialog = dynamic(() => import("./remove-method-dialog").then((module) => module.RemoveMethodDialog), {
  loading: Nothing,
});

const icons: Record<Method["kind"], ReactNode> = {
  card: <CreditCard aria-hidden="true" className="text-ink-3" />,
  wallet: <WalletCards aria-hidden="true" className="text-ink-3" />,
  bank_debit: <Landmark aria-hidden="true" className="text-ink-3" />,
  netbanking: <Landmark aria-hidden="true" className="text-ink-3" />,
  upi: <Smartphone aria-hidden="true" className="text-ink-3" />,
};

interface MethodListProps {
  organization: string;
  methods: readonly Method[];
  locale: string;
  today: CalendarDay;
  /** The member's own page. Otherwise staff act for the payer. */
  isOwn: boolean;
  canChange: boolean;
}

/** Saved methods, which is the default, and what can be done with each. */
export function MethodList({ organization, methods, locale, today, isOwn, canChange }: MethodListProps) {
  const [removing, setRemoving] = useState<Method | null>(null);
  const router = useRouter();
  const { show } = useToast();
  const prefer = useMutation({
    mutationFn: ({ id }: Method) =>
      isOwn ? api(makeOwnDefault, { id }, { organization }) : api(makeDefault, { id }, { organization }),
    onSuccess: ({ label }) => {
      show({ tone: "good", message: `Later bills are charged to ${label}` });
      router.refresh();
    },
    onError: (error) => show({ tone: "bad", message: error.message }),
  });
  const size = isOwn ? "touch" : "sm";
  return (
    <>
      <RowList label="Payment methods">
        {methods.map((method) => (
          <Row
            key={method.id}
            className="flex-wrap gap-y-1"
            lead={icons[method.kind]}
            title={method.label}
            subtitle={methodFacts(method, { locale, today }) || "Saved"}
            end={
              <span className="ml-auto flex flex-wrap items-center justify-end gap-2">
                {method.is_default ? <Badge tone="good">Default</Badge> : null}
                {canChange && !method.is_default && method.can_be_charged ? (
                  <Button
                    size={size}
                    variant="quiet"
                    busy={prefer.isPending && prefer.variables.id === method.id}
                    onClick={() => prefer.mutate(method)}
                    aria-label={`Charge later bills to ${method.label}`}
                  >
                    Make default
                  </Button>
                ) : null}
                {canChange ? (
                  <Button
                    size={size}
                    variant="danger-quiet"
                    onClick={() => setRemoving(method)}
                    aria-label={`Remove ${method.label}`}
                  >
                    Remove
                  </Button>
                ) : null}
              </span>
            }
          />
        ))}
      </RowList>
      {removing ? (
        <RemoveMethodDialog
          organization={organization}
          method={removing}
          others={methods}
          isOwn={isOwn}
          onClose={() => setRemoving(null)}
        />
      ) : null}
    </>
  );
}
