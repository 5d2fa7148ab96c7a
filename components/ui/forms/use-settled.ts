"use client";

import { useEffect, useState } from "react";

/** The value as it was when it last stood still for a moment: what is typed is asked about once, not letter by letter. */
export function useSettled<T>(value: T, ms = 400): T {
  const key = JSON.stringify(value);
  const [settled, setSettled] = useState({ key, value });
  useEffect(() => {
    if (settled.key === key) return;
    const timer = setTimeout(() => setSettled({ key, value }), ms);
    return () => clearTimeout(timer);
  }, [key, value, ms, settled.key]);
  return settled.value;
}
