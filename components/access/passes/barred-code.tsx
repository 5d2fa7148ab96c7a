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

interface BarredCodeProps {
  reason: EntryReason;
  title: string;
  tell_member: string;
  /** The code itself: the desk finds the member by it. */
  children: ReactNode;
}

/** Says why the door stays shut and what to do, where the code would be; the code is one tap away for the desk. */
export function BarredCode({ reason, title, tell_member, children }: BarredCodeProps) {
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
          Show my code to the desk
        </button>
      </p>
    </>
  );
}
