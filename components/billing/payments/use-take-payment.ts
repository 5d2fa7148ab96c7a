"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import { recordPayment, recordSplitPayment } from "@/lib/client/endpoints/payments";
import type { Currency } from "@/lib/values/money";
import type { OpenInvoice } from "./open-invoice";
import type { Tally } from "./parts";
import { type Payer, payerInput } from "./payer";

type Taking = {
  payer: Payer;
  location_id: string | undefined;
  currency: string;
  parts: Tally["parts"];
  /** In the order in which they are paid. */
  invoices: readonly OpenInvoice[];
  /** The cash that was handed over, for the part in cash. */
  handed_over_minor?: number | null;
};

/** Records one payment, or all parts of a split in one request. */
export function useTakePayment(
  organization: string,
  onTaken: (taking: Taking, payment_ids: readonly string[]) => void,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (taking: Taking): Promise<string[]> => {
      const { payer, location_id, currency, parts, invoices, handed_over_minor } = taking;
      const ways = waysOf(parts, handed_over_minor);
      const shares = sharesOf(
        invoices,
        parts.reduce((all, { amount_minor }) => all + amount_minor, 0),
      );
      const taken = {
        ...payerInput(payer),
        ...{ currency: currency as Currency },
        ...(location_id ? { location_id } : {}),
        invoices: shares,
      };
      const [only, ...more] = ways;
      if (!only) throw new Error("Nothing is taken");
      if (more.length === 0) return [(await api(recordPayment, { ...taken, ...only }, { organization })).id];
      const { payments } = await api(recordSplitPayment, { ...taken, parts: ways }, { organization });
      return payments.map(({ id }) => id);
    },
    onSuccess: (payment_ids, taking) => {
      void queries.invalidateQueries({ queryKey: ["open-invoices", organization] });
      onTaken(taking, payment_ids);
    },
  });
}

/** The parts as the API takes them. */
export const waysOf = (parts: Tally["parts"], handed_over_minor: number | null | undefined) =>
  parts.map(({ method, amount_minor, reference }) => ({
    ...{ method, amount_minor },
    ...(method !== "cash" && reference.trim() ? { reference: reference.trim() } : {}),
    ...(method === "cash" && handed_over_minor && handed_over_minor > amount_minor ? { handed_over_minor } : {}),
  }));

/** What the amount pays of the chosen invoices, in their order. */
export function sharesOf(
  invoices: readonly OpenInvoice[],
  amount_minor: number,
): { id: string; amount_minor: number }[] {
  let left = amount_minor;
  return invoices.flatMap(({ id, open_minor }) => {
    const share = Math.min(left, open_minor);
    left -= share;
    return share > 0 ? [{ id, amount_minor: share }] : [];
  });
}
