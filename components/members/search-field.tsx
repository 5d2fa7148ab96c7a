"use client";

import { parseAsString, useQueryStates } from "nuqs";
import { useTransition } from "react";
import { SearchInput } from "@/components/ui/filters/search-input";

const address = { q: parseAsString, cursor: parseAsString, at: parseAsString, segment: parseAsString };

/** Searches as one types; the words stand in the address, so that the browser's way back and a bookmark keep them. */
export function SearchField() {
  const [isPending, startTransition] = useTransition();
  const [{ q }, setAddress] = useQueryStates(address, {
    shallow: false,
    throttleMs: 250,
    clearOnDefault: true,
    startTransition,
  });
  return (
    <SearchInput
      label="Name, phone, email or number"
      className="w-70 max-sm:w-full"
      maxLength={100}
      value={q ?? ""}
      aria-busy={isPending || undefined}
      onChange={(event) => setAddress({ q: event.target.value || null, cursor: null, at: null, segment: null })}
    />
  );
}
