"use client";

import dynamic from "next/dynamic";

/** Loaded with the sheet of a company, because most visits of its page open none. */
export const CompanyStatement = dynamic(
  () => import("./company-statement").then((module) => module.CompanyStatement),
  // The height of the fields, so that nothing moves.
  { loading: () => <div className="h-[5.5rem]" aria-hidden="true" /> },
);
