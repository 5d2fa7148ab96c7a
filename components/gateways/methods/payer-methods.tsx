"use client";

import { Section } from "@/components/ui/data/section";
import { AskForCard } from "./ask-for-card";
import { MethodList } from "./method-list";
import type { Method } from "./method-words";

interface PayerMethodsProps {
  organization: string;
  payer: { member_id: string } | { company_id: string };
  name: string;
  methods: readonly Method[];
  reader: { locale: string; today: string };
  canChange: boolean;
  canAsk: boolean;
}

/** The saved payment methods of a member or company, for staff. They never see or type a number. */
export function PayerMethods({ organization, payer, name, methods, reader, canChange, canAsk }: PayerMethodsProps) {
  return (
    <Section
      title="Payment methods"
      action={canAsk ? <AskForCard organization={organization} payer={payer} name={name} /> : null}
    >
      {methods.length === 0 ? (
        <p className="py-2 text-ink-3">{`${name} has saved no payment method. Bills are paid by link or at the desk.`}</p>
      ) : (
        <MethodList organization={organization} methods={methods} {...reader} isOwn={false} canChange={canChange} />
      )}
    </Section>
  );
}
