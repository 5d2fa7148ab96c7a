"use client";

import dynamic from "next/dynamic";
import { Nothing } from "@/components/ui/overlays/nothing";

/** Loaded when it opens. */
export const ClosureSheet = dynamic(() => import("./closure-sheet").then((module) => module.ClosureSheet), {
  loading: Nothing,
});
