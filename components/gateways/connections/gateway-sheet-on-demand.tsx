"use client";

import dynamic from "next/dynamic";
import { Nothing } from "@/components/ui/overlays/nothing";

/** Loaded when it opens, because most visits of its page open no sheet. */
export const GatewaySheet = dynamic(() => import("./gateway-sheet").then((module) => module.GatewaySheet), {
  loading: Nothing,
});
