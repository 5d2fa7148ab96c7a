"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useDebouncedValue } from "@/components/ui/forms/use-debounced-value";
import { api } from "@/lib/client/api";
import { previewPriceRules } from "@/lib/client/endpoints/memberships";
import type { Rule, RuleReader } from "./rule";

type ExampleSale = {
  on: string;
  time: string;
  location_id: string;
  age: number | null;
  sold: number;
  demand_percent: number | null;
};

/** What an example sale costs under the rules as they stand in the editor. */
export function usePricePreview(organization: string, plan_id: string, rules: readonly Rule[], reader: RuleReader) {
  const [sale, setSale] = useState<ExampleSale>({
    ...{ on: reader.today, time: "18:00", location_id: reader.locations[0]?.id ?? "" },
    ...{ age: 30, sold: 0, demand_percent: 50 },
  });
  const sent = useDebouncedValue(JSON.stringify({ id: plan_id, rules, sale }), 250);
  const { data, error } = useQuery({
    queryKey: ["price-preview", organization, sent],
    queryFn: ({ signal }) => api(previewPriceRules, JSON.parse(sent), { organization, signal }),
    enabled: sale.location_id !== "" && sale.on !== "" && sale.time !== "",
    placeholderData: keepPreviousData,
    retry: false,
  });
  return { sale, setSale, data, error };
}
