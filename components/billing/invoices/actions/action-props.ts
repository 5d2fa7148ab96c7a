import type { Invoice } from "@/components/billing/invoices/invoice";
import { methodWords } from "@/components/billing/payments/method-words";
import type { Permission } from "@/lib/values/permissions";
import type { PaidPart } from "./credit";
import type { InvoiceActionsProps } from "./invoice-actions";

type Page = Pick<InvoiceActionsProps, "organization" | "locale" | "membershipsHref" | "void_blocker" | "collect"> & {
  permissions: ReadonlySet<Permission>;
};

/** What the actions need of a finalized invoice; null for a document without actions. */
export function actionProps(invoice: Invoice, page: Page): InvoiceActionsProps | null {
  const { id, kind, number, status, payer, location_id, currency, due_on, total_minor, open_minor } = invoice;
  const { organization, locale, membershipsHref, void_blocker, collect, permissions } = page;
  if (kind !== "invoice" || number === null || due_on === null || status === "void") return null;
  const isOfMembership = invoice.lines.some(({ membership_id }) => membership_id !== null);
  return {
    ...{ organization, locale },
    invoice: {
      ...{ id, number, location_id, currency, due_on, total_minor, open_minor },
      payer: { kind: payer.kind, id: payer.id, name: payer.name },
      credited_minor: invoice.credited_minor,
      lines: invoice.lines.flatMap(({ id: line_id, description, total_minor: minor }) =>
        minor > 0 ? [{ id: line_id, description, total_minor: minor }] : [],
      ),
    },
    paid_by: permissions.has("payments.refund") ? paidBy(invoice) : [],
    membershipsHref: isOfMembership && permissions.has("memberships.cancel") ? membershipsHref : null,
    may: { take: permissions.has("payments.record"), correct: permissions.has("invoices.correct") },
    void_blocker,
    blocker_id: "what-void-needs",
    collect,
  };
}

/** The payments that are still in the invoice, newest first. */
function paidBy({ settlements }: Invoice): PaidPart[] {
  const found = new Map<string, PaidPart>();
  for (const { kind, payment_id, method, amount_minor } of settlements) {
    if (kind !== "payment" || payment_id === null || method === null) continue;
    const before = found.get(payment_id)?.amount_minor ?? 0;
    const words = methodWords[method as keyof typeof methodWords] ?? method;
    found.set(payment_id, { payment_id, method: words, amount_minor: before + amount_minor });
  }
  return [...found.values()].filter(({ amount_minor }) => amount_minor > 0).toReversed();
}
