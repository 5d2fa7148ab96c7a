import type { ReactNode } from "react";
import { TextLink } from "@/components/ui/controls/text-link";
import { formatDay, type LocaleContext, lowercaseRelativeDay } from "@/lib/client/format";
import { type Invoice, titleOf } from "./invoice";

interface InvoiceHeaderProps {
  invoice: Invoice;
  localeContext: LocaleContext;
  /** Null for a company. */
  payerHref: string | null;
  actions: ReactNode;
}

/** Whose document it is and when it is due, with what can be done. */
export function InvoiceHeader({ invoice, localeContext, payerHref, actions }: InvoiceHeaderProps) {
  const { payer, location_name, issued_on, due_on, kind, status } = invoice;
  const day = (on: string) => lowercaseRelativeDay(formatDay(on, localeContext));
  const isDue = kind === "invoice" && due_on && status !== "draft" && status !== "void";
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-gutter py-4">
      <div className="min-w-0">
        <p className="font-strong text-20 text-ink tracking-tight max-md:hidden">{titleOf(invoice)}</p>
        <p className="text-ink-3">
          {payerHref ? (
            <TextLink href={payerHref}>{payer.name}</TextLink>
          ) : (
            <span className="font-medium text-ink">{payer.name}</span>
          )}
          {[payer.member_code && `, ${payer.member_code}`, ` · ${location_name}`].filter(Boolean).join("")}
          {issued_on ? ` · issued ${day(issued_on)}` : " · not issued yet"}
          {isDue ? `, due ${day(due_on)}` : ""}
        </p>
      </div>
      {actions}
    </header>
  );
}
