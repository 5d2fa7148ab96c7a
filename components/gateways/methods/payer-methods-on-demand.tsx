"use client";

import dynamic from "next/dynamic";
import { Nothing } from "@/components/ui/overlays/nothing";

/** Loaded with the sheet of a company, because most visits of its page open none. */
export const PayerMethods = dynamic(() => import("./payer-methods").then((module) => module.PayerMethods), {
  loading: Nothing,
});
