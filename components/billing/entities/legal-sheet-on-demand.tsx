"use client";

import dynamic from "next/dynamic";
import { Nothing } from "@/components/ui/overlays/nothing";

/** Loaded when it opens, because most visits of its page open no sheet. */
export const LegalSheet = dynamic(() => import("./legal-sheet").then((module) => module.LegalSheet), {
  loading: Nothing,
});
