"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDebouncedValue } from "@/components/ui/forms/use-debounced-value";
import { api } from "@/lib/client/api";
import { quoteTillSale } from "@/lib/client/endpoints/payments";
import { type Basket, isEmpty, itemsOf } from "./basket";
import { type Buyer, buyerInput } from "./buyer";

type Context = { organization: string; location: { id: string } };

/** What the basket costs, from the functions that sell it. Without a buyer the quote is for a walk-in. */
export function useTillQuote({ organization, location }: Context, buyer: Buyer | null, basket: Basket) {
  const wanted = JSON.stringify({
    location_id: location.id,
    ...buyerInput(buyer ?? { kind: "walk_in", name: "Walk-in" }),
    ...itemsOf(basket),
  });
  const sent = useDebouncedValue(wanted, 150);
  const quote = useQuery({
    queryKey: ["till-quote", organization, sent],
    queryFn: ({ signal }) => api(quoteTillSale, JSON.parse(sent), { organization, signal }),
    enabled: !isEmpty(basket) && sent === wanted,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const isCurrent = isEmpty(basket) || (quote.isSuccess && !quote.isPlaceholderData && sent === wanted);
  return { quote: isEmpty(basket) ? undefined : quote.data, error: quote.error, isCurrent };
}
