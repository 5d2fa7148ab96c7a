import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

export type EntryMark = "bill" | "money" | "cold" | "cold_ahead" | "event" | "issued" | "end";

/** What is to come is a ring; what happened is filled. */
const marks: Record<EntryMark, string> = {
  bill: "border-2 border-brand-mark bg-surface",
  money: "bg-good-text",
  cold: "bg-cold-mark",
  cold_ahead: "border-2 border-cold-mark bg-surface",
  event: "bg-ink-3",
  issued: "bg-ink",
  end: "border-2 border-ink-3 bg-surface",
};

interface LifeEntryProps {
  mark: EntryMark;
  /** The day; a time element. */
  when: ReactNode;
  title: ReactNode;
  amount?: string | null;
  children?: ReactNode;
}

/** One entry of a time line: day, mark, what and why. */
export function LifeEntry({ mark, when, title, amount, children }: LifeEntryProps) {
  return (
    <li className="group grid grid-cols-[116px_16px_1fr] gap-x-3 max-md:grid-cols-[16px_1fr]">
      <div className="text-ink-3 max-md:col-start-2 max-md:text-12">{when}</div>
      <span
        className="relative flex justify-center pt-1.5 max-md:col-start-1 max-md:row-span-2 max-md:row-start-1"
        aria-hidden="true"
      >
        <i className="absolute top-4 -bottom-1 w-px bg-line-strong group-last:hidden" />
        <i className={classNames("relative size-2 rounded-full", marks[mark])} />
      </span>
      <div className="min-w-0 pb-4 max-md:col-start-2">
        <div className="flex items-baseline gap-3">
          <b className="min-w-0 font-medium text-ink">{title}</b>
          {amount ? <span className="ml-auto whitespace-nowrap font-medium text-ink">{amount}</span> : null}
        </div>
        {children}
      </div>
    </li>
  );
}
