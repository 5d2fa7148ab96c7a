"use client";

import { parseAsString, useQueryStates } from "nuqs";
import { useTransition } from "react";
import { SearchInput } from "@/components/ui/filters/search-input";

const address = { q: parseAsString, cursor: parseAsString };

export function AddressSearch() {
  const [isPending, startTransition] = useTransition();
  const [{ q }, setAddress] = useQueryStates(address, {
    shallow: false,
    throttleMs: 250,
    clearOnDefault: true,
    startTransition,
  });
  return (
    <SearchInput
      label="Address or number"
      className="w-60 max-md:w-full"
      maxLength={100}
      value={q ?? ""}
      aria-busy={isPending || undefined}
      onChange={({ target }) => setAddress({ q: target.value || null, cursor: null })}
    />
  );
}
