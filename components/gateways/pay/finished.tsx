import { Check, Clock } from "lucide-react";
import type { ReactNode, Ref } from "react";

interface FinishedProps {
  /** On its way: the bank needs some days. */
  isWaiting?: boolean;
  title: string;
  titleRef: Ref<HTMLHeadingElement>;
  amount?: string;
  children: ReactNode;
}

/** The end of paying or saving. Its title takes the focus. */
export function Finished({ isWaiting = false, title, titleRef, amount, children }: FinishedProps) {
  const Icon = isWaiting ? Clock : Check;
  return (
    <div role="status" className="flex flex-col items-center gap-2 pt-10 text-center">
      <span
        className={`mb-3 grid size-22 place-items-center rounded-full ${isWaiting ? "bg-warn-bg text-warn-text" : "bg-good-solid text-on-good"}`}
      >
        <Icon aria-hidden="true" className="size-11" />
      </span>
      <h1 ref={titleRef} tabIndex={-1} className="text-26 font-strong text-ink">
        {title}
      </h1>
      {amount ? <p className="text-52 font-medium text-ink">{amount}</p> : null}
      <div className="flex flex-col items-center gap-4 text-16 text-balance text-ink-3">{children}</div>
    </div>
  );
}
