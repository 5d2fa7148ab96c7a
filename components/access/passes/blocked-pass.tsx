"use client";

import { CalendarClock, CircleAlert, FileSignature, Snowflake, TriangleAlert } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { EntryReason } from "@/lib/values/entry-reasons";

const icons: Partial<Record<EntryReason, ReactNode>> = {
  frozen: <Snowflake aria-hidden="true" className="size-8 text-cold-text" />,
  overdue: <TriangleAlert aria-hidden="true" className="size-8 text-bad-text" />,
  not_started: <CalendarClock aria-hidden="true" className="size-8 text-note-text" />,
  waiver_missing: <FileSignature aria-hidden="true" className="size-8 text-warn-text" />,
  guardian_missing: <FileSignature aria-hidden="true" className="size-8 text-warn-text" />,
};

interface BlockedPassProps {
  reason: EntryReason;
  title: string;
  tell_member: string;
  /** The pass. Staff can still scan it to find the member. */
  children: ReactNode;
}

/** Shows why entry is denied in place of the code. One tap shows the code for the front desk. */
export function BlockedPass({ reason, title, tell_member, children }: BlockedPassProps) {
  const [isShown, setShown] = useState(false);
  if (isShown) return children;
  return (
    <>
      <div
        data-theme="light"
        className="mx-auto mt-5 flex min-h-[216px] w-[236px] flex-col items-center justify-center gap-2 rounded-[16px] bg-white p-4 text-center"
      >
        {icons[reason] ?? <CircleAlert aria-hidden="true" className="size-8 text-bad-text" />}
        <h2 className="text-20 font-strong text-ink">{title}</h2>
        <p className="text-14 text-ink-2">{tell_member}</p>
      </div>
      <p className="mt-1 text-center text-13">
        <button type="button" className="min-h-11 px-4 underline underline-offset-4" onClick={() => setShown(true)}>
          Show my code to the front desk
        </button>
      </p>
    </>
  );
}
