import { Banknote, Smartphone, TriangleAlert, WalletCards } from "lucide-react";
import type { Ref } from "react";
import { declineWords } from "./decline-words";
import type { Payment } from "./payment";

interface DeclinedProps {
  decline: NonNullable<Payment["decline"]>;
  /** Takes the focus when it appears. */
  alertRef: Ref<HTMLDivElement>;
}

/** What the bank said, and that nothing was charged. */
export function Declined({ decline, alertRef }: DeclinedProps) {
  return (
    <div ref={alertRef} role="alert" tabIndex={-1} className="ui-callout mb-4" data-tone="bad">
      <TriangleAlert aria-hidden="true" />
      <div className="min-w-0 flex-1">
        <b>Your bank said no</b>
        <p>{`${declineWords[decline.code]} Nothing was charged.`}</p>
      </div>
    </div>
  );
}

const ways = [
  { icon: WalletCards, text: "Use another card, account or wallet below" },
  { icon: Smartphone, text: "Ask your bank, then try the same one again" },
  { icon: Banknote, text: "Pay at the desk, in cash too" },
];

/** Three ways on. */
export function WaysOn() {
  return (
    <section className="border-t border-line pt-3">
      <h2 className="text-16 font-strong text-ink">What you can do</h2>
      <ul>
        {ways.map(({ icon: Icon, text }) => (
          <li key={text} className="flex min-h-9 items-center gap-3">
            <Icon aria-hidden="true" className="text-ink-3" />
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
}
