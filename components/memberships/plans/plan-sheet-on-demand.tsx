"use client";

import dynamic from "next/dynamic";

/** Loaded when it opens, because most visits of its page open no sheet. */
export const PlanSheet = dynamic(() => import("./plan-sheet").then((module) => module.PlanSheet));
