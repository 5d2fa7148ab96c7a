import { Check } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import { Link } from "@/components/ui/controls/link";
import { currentStep, type ImportJob, isReachableStep, type Step } from "./job";

const steps: { step: Step; label: string }[] = [
  { step: "columns", label: "Questions" },
  { step: "check", label: "Check" },
  { step: "import", label: "Import" },
];

interface ImportStepsProps {
  job: ImportJob;
  shown: Step;
  hrefOf: (step: Step) => string;
}

export function ImportSteps({ job, shown, hrefOf }: ImportStepsProps) {
  const order = steps.map(({ step }) => step);
  const reached = Math.max(order.indexOf(currentStep(job)), order.indexOf(shown));
  const isOver = job.status === "done" || job.status === "undone";
  return (
    <nav aria-label="Import steps" className="border-line border-b px-gutter py-2">
      <ol className="-ml-2 flex flex-wrap gap-x-2 gap-y-1">
        {steps.map(({ step, label }, index) => {
          const isDone = index < reached || isOver;
          const content = (
            <>
              <span
                aria-hidden="true"
                className={classNames(
                  "grid size-5 place-items-center rounded-full border text-11",
                  step === shown && "border-brand-solid bg-brand-solid text-on-brand",
                  step !== shown && "border-line-strong text-ink-3",
                )}
              >
                {isDone && step !== shown ? <Check className="size-3" /> : index + 1}
              </span>
              {label}
              {isDone ? <span className="sr-only">, done</span> : null}
            </>
          );
          const look = "flex min-h-control items-center gap-2 rounded-control px-2 font-medium touch:min-h-11";
          return (
            <li key={step}>
              {step === shown ? (
                <span aria-current="step" className={classNames(look, "text-ink")}>
                  {content}
                </span>
              ) : isReachableStep(job, step) ? (
                <Link href={hrefOf(step)} className={classNames(look, "text-ink-3 hover:bg-surface-2 hover:text-ink")}>
                  {content}
                </Link>
              ) : (
                <span className={classNames(look, "text-ink-3")}>{content}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
