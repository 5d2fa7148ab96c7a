"use client";

import { parseAsString, useQueryStates } from "nuqs";
import { useTransition } from "react";
import { SearchInput } from "@/components/ui/filters/search-input";

const address = { q: parseAsString, cursor: parseAsString };

export function GymSearch() {
  const [isPending, startTransition] = useTransition();
  const [{ q }, setAddress] = useQueryStates(address, {
    shallow: false,
    throttleMs: 250,
    clearOnDefault: true,
    startTransition,
  });
  return (
    <SearchInput
      label="Gym's name or address"
      className="w-70 max-md:w-full"
      maxLength={100}
      value={q ?? ""}
      aria-busy={isPending || undefined}
      onChange={({ target }) => setAddress({ q: target.value || null, cursor: null })}
    />
  );
}
