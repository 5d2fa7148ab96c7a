import type { z } from "zod";
import type { invoice } from "@/lib/contracts/billing/invoice-fields";
import * as contracts from "@/lib/contracts/billing/invoices";
import { operation } from "@/lib/kernel/operation";
import type { LineTax } from "@/lib/values/invoice-snapshot";
import { findInvoice, iso, type StoredInvoice } from "./find";
import { nextStep } from "./next-step";
import { wordsOf } from "./words";

export const getInvoice = operation(contracts.getInvoice, async (ctx, { id }) =>
  toInvoice(await findInvoice(ctx, id), ctx.organization.locale),
);

export function toInvoice(stored: StoredInvoice, locale: string): z.input<typeof invoice> {
  const {
    facts: _,
    taken_off_minor: __,
    corrects,
    finalized_at,
    voided_at,
    written_off_at,
    settlements,
    ...rest
  } = stored;
  return {
    ...rest,
    taxes: taxesOf(stored),
    settlements: settlements.map((one) => ({ ...one, created_at: iso(one.created_at) ?? one.created_at })),
    corrects: corrects && { id: corrects.id, number: corrects.number },
    ...{ finalized_at: iso(finalized_at), voided_at: iso(voided_at), written_off_at: iso(written_off_at) },
    next_step: nextStep(stored, wordsOf(locale, stored.currency)),
  };
}

/** The taxes of the lines, by name and rate, in the order in which they appear. */
export function taxesOf({ lines }: { lines: readonly { taxes: readonly LineTax[] }[] }): LineTax[] {
  const found = new Map<string, LineTax>();
  for (const tax of lines.flatMap(({ taxes }) => taxes)) {
    const key = `${tax.name} ${tax.rate_ppm}`;
    const before = found.get(key);
    found.set(key, {
      ...tax,
      base_minor: (before?.base_minor ?? 0) + tax.base_minor,
      amount_minor: (before?.amount_minor ?? 0) + tax.amount_minor,
    });
  }
  return [...found.values()];
}
