"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { OpenInvoice } from "@/components/billing/payments/open-invoice";
import type { Tally } from "@/components/billing/payments/parts";
import { sharesOf, waysOf } from "@/components/billing/payments/use-take-payment";
import { api } from "@/lib/client/api";
import { sellAtTill } from "@/lib/client/endpoints/payments";
import type { Output } from "@/lib/contracts/contract";
import type { sellAtTill as contract } from "@/lib/contracts/members/till-sales";
import { type Basket, itemsOf } from "./basket";
import { type Buyer, buyerInput } from "./buyer";

type Selling = {
  buyer: Buyer;
  location_id: string;
  basket: Basket;
  /** Of the quote. */
  to_pay_minor: number;
  invoices: readonly OpenInvoice[];
  parts: Tally["parts"];
  handed_over_minor: number | null;
};

/** Sells the basket and takes the money for it and for the open invoices, in one request. */
export function useSell(organization: string, onSold: (sale: Output<typeof contract>) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ buyer, location_id, basket, to_pay_minor, invoices, parts, handed_over_minor }: Selling) =>
      api(
        sellAtTill,
        {
          ...{ location_id, to_pay_minor },
          ...buyerInput(buyer),
          ...itemsOf(basket),
          parts: waysOf(parts, handed_over_minor),
          invoices: sharesOf(
            invoices,
            parts.reduce((all, { amount_minor }) => all + amount_minor, 0),
          ),
        },
        { organization },
      ),
    onSuccess: (sale) => {
      void queries.invalidateQueries({ queryKey: ["open-invoices", organization] });
      void queries.invalidateQueries({ queryKey: ["till-memberships", organization] });
      onSold(sale);
    },
  });
}
