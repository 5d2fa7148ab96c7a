import { classNames } from "@/components/ui/class-names";

export interface TimelineStep {
  when: string;
  /** Grey text below the date, such as "Sunday". */
  note?: string | undefined;
  title: string;
  text?: string | undefined;
  mark: "past" | "next" | "later" | "end";
}

const marks: Record<TimelineStep["mark"], string> = {
  past: "size-2 bg-ink",
  next: "size-3 bg-brand-mark",
  later: "size-2 border-2 border-ink-3 bg-surface",
  end: "size-2 border-2 border-ink-3 bg-surface",
};

/** Events with their dates, from top to bottom. */
export function Timeline({ steps }: { steps: readonly TimelineStep[] }) {
  return (
    <ol>
      {steps.map((step, index) => (
        <li key={`${step.when} ${step.title}`} className="grid grid-cols-[88px_16px_1fr] gap-x-3">
          <div className="pb-4 text-ink">
            {step.when}
            {step.note ? <p className="text-12 text-ink-3">{step.note}</p> : null}
          </div>
          <span className="relative flex justify-center pt-1.5" aria-hidden="true">
            {index < steps.length - 1 ? <i className="absolute top-3 -bottom-2 w-px bg-line-strong" /> : null}
            <i className={classNames("relative rounded-full", marks[step.mark])} />
          </span>
          <div className="pb-5">
            <b className="font-strong text-ink">{step.title}</b>
            {step.text ? <p className="text-ink-2">{step.text}</p> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
