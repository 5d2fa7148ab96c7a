import type { ReactNode } from "react";
import { ProgressBar } from "@/components/ui/data/progress-bar";
import { formatCount } from "@/lib/client/format";
import { counted } from "@/lib/values/counted";

interface ProgressProps {
  title: string;
  done: number;
  total: number;
  locale: string;
  children?: ReactNode;
}

/** Screen readers announce every 10 percent, not every batch. */
export function Progress({ title, done, total, locale, children }: ProgressProps) {
  const tenths = total > 0 ? Math.floor((done / total) * 10) : 0;
  return (
    <section aria-label={title} className="flex max-w-[44rem] flex-col gap-3 px-gutter py-6">
      <h2 className="font-strong text-20 text-ink tracking-tight">{title}</h2>
      <ProgressBar label={title} value={done} max={total} />
      <p className="text-ink-3">
        <span className="text-ink">{formatCount(done, locale)}</span> of {counted(total, "row", "rows", locale)}
      </p>
      <p role="status" className="sr-only">
        {title}, {tenths * 10} percent
      </p>
      {children}
    </section>
  );
}
