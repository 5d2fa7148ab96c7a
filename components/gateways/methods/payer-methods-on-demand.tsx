"use client";

import dynamic from "next/dynamic";
import { Nothing } from "@/components/ui/overlays/nothing";

/** Loaded where it is shown, because most visits of its pages open no sheet and no such tab. */
export const PayerMethods = dynamic(() => import("./payer-methods").then((module) => module.PayerMethods), {
  loading: Nothing,
});
