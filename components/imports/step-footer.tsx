import type { ReactNode } from "react";

/** The step's primary action, visible at every scroll position. */
export function StepFooter({ note, children }: { note?: ReactNode; children: ReactNode }) {
  return (
    <div className="sticky bottom-0 z-[1] max-md:bottom-[calc(60px+env(safe-area-inset-bottom))] max-md:pb-5 mt-auto flex flex-wrap items-center justify-end gap-x-4 gap-y-2 border-line border-t bg-surface px-gutter py-3">
      {note ? <p className="mr-auto text-ink-3 max-sm:sr-only">{note}</p> : null}
      {children}
    </div>
  );
}
