"use client";

import { useEffect } from "react";
import { rememberList } from "./list-place";

/** Lets the pages of the invoices step through this list. */
export function RememberList({ base, ids }: { base: string; ids: readonly string[] }) {
  const known = ids.join(" ");
  useEffect(() => rememberList(base, known.split(" ")), [base, known]);
  return null;
}
