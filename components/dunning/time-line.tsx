import { TextLink } from "@/components/ui/controls/text-link";
import { formatDateTime, formatExact, type LocaleContext } from "@/lib/client/format";
import { formatMoney } from "@/lib/values/money";
import type { DunningStory } from "./case";

interface TimeLineProps {
  story: DunningStory;
  context: LocaleContext;
  invoiceHref: string;
}

/** What is next for an invoice whose payment failed, and what happened before, newest first. */
export function DunningTimeLine({ story, context, invoiceHref }: TimeLineProps) {
  const { id, invoice_number, open_minor, currency, next, consequences, steps } = story;
  return (
    <article aria-labelledby={`case-${id}`} className="border-line border-b py-3 last:border-b-0">
      <h3 id={`case-${id}`} className="font-medium text-ink">
        <TextLink href={invoiceHref}>{invoice_number}</TextLink>, {formatMoney(open_minor, currency, context.locale)}
      </h3>
      <p className="mt-1 max-w-3xl text-pretty text-ink">{[next.sentence, ...consequences].join(" ")}</p>
      <ol className="mt-2 flex flex-col">
        {steps.toReversed().map(({ at, kind, sentence }) => (
          <li
            key={`${at} ${kind} ${sentence}`}
            className="relative border-line border-l pb-3 pl-4 before:absolute before:top-1.5 before:-left-[4.5px] before:size-2 before:rounded-full before:bg-ink-3 last:border-transparent last:pb-0"
          >
            <time dateTime={at} title={formatExact(at, context)} className="block text-12 text-ink-3">
              {formatDateTime(at, context)}
            </time>
            <span className="block text-ink-2">{sentence}</span>
          </li>
        ))}
      </ol>
    </article>
  );
}
