"use client";

import { useEffect } from "react";
import { rememberList } from "./list-place";

/** Lets the pages of the invoices step through this list. */
export function RememberList({ base, listHref, ids }: { base: string; listHref: string; ids: readonly string[] }) {
  const known = ids.join(" ");
  useEffect(() => rememberList(base, { listHref, ids: known === "" ? [] : known.split(" ") }), [base, listHref, known]);
  return null;
}
