import { CircleCheck } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/controls/button";
import { TextLink } from "@/components/ui/controls/text-link";
import { formatMoney } from "@/lib/values/money";
import { creditWords } from "./sale/ahead-words";
import type { TillContext } from "./till-context";

export type Taken = {
  payer_name: string;
  amount_minor: number;
  change_minor: number;
  payment_ids: readonly string[];
  /** What became account credit. */
  credit_minor: number;
  /** What was paid ahead, in sentences. */
  prepaid: readonly string[];
};

interface TakenPanelProps {
  taken: Taken;
  context: TillContext;
  onNext: () => void;
}

/** What was taken and what goes back, until the next payer comes. */
export function TakenPanel({ taken, context, onNext }: TakenPanelProps) {
  const { payer_name, amount_minor, change_minor, payment_ids, credit_minor, prepaid } = taken;
  const { organization, currency, locale } = context;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const money = (minor: number) => formatMoney(minor, currency, locale);
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className="flex items-center gap-2 outline-none">
        <CircleCheck aria-hidden="true" className="text-good-text" />
        Received from {payer_name}
      </h2>
      <p className="tl-total">{money(amount_minor)}</p>
      {change_minor > 0 ? (
        <p className="tl-change mt-4">
          <span>Change due</span>
          <b>{money(change_minor)}</b>
        </p>
      ) : null}
      {[...prepaid, ...creditWords(credit_minor, context, "became")].map((sentence) => (
        <p key={sentence} className="mt-4">
          {sentence}
        </p>
      ))}
      <ul className="mt-4 flex flex-col">
        {payment_ids.map((id, at) => (
          <li key={id}>
            <TextLink href={`/manage/${organization}/payments/${id}`} className="inline-flex min-h-touch items-center">
              {payment_ids.length > 1 ? `Receipt ${at + 1} of ${payment_ids.length}` : "Receipt"}
            </TextLink>
          </li>
        ))}
      </ul>
      <div className="mt-auto pt-4">
        <Button variant="primary" full className="tl-act" onClick={onNext}>
          Next payment
        </Button>
      </div>
    </>
  );
}
