"use client";

import dynamic from "next/dynamic";

/** Loaded when it opens, because most visits of its page open no sheet. */
export const LocationSheet = dynamic(() => import("./location-sheet").then((module) => module.LocationSheet));
