"use client";

import { parseAsString, useQueryStates } from "nuqs";
import { useTransition } from "react";
import { SearchInput } from "./search-input";

/** What a new search leaves behind: the place in the old list, and the saved view that it no longer is. */
const address = { q: parseAsString, cursor: parseAsString, at: parseAsString, segment: parseAsString };

/** Searches while the user types. The words are part of the address, so that back and bookmarks keep them. */
export function SearchField({ label }: { label: string }) {
  const [isPending, startTransition] = useTransition();
  const [{ q }, setAddress] = useQueryStates(address, {
    shallow: false,
    throttleMs: 250,
    clearOnDefault: true,
    startTransition,
  });
  return (
    <SearchInput
      label={label}
      className="w-80 max-sm:w-full"
      maxLength={100}
      value={q ?? ""}
      aria-busy={isPending || undefined}
      onChange={({ target }) => setAddress({ q: target.value || null, cursor: null, at: null, segment: null })}
    />
  );
}
