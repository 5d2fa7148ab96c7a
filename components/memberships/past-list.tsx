import { TextLink } from "@/components/ui/controls/text-link";
import { formatDateTime, formatExact, type LocaleContext } from "@/lib/client/format";
import type { Output } from "@/lib/contracts/contract";
import type { getTimeline } from "@/lib/contracts/memberships/membership-life";
import { formatMoney } from "@/lib/values/money";
import { type EntryMark, LifeEntry } from "./life-entry";

type Timeline = Output<typeof getTimeline>;
type Entry = Timeline["data"][number];

const marks: Partial<Record<Entry["kind"], EntryMark>> = {
  frozen: "cold",
  freeze_end_changed: "cold",
  freeze_removed: "cold",
  invoice: "issued",
  credit_note: "issued",
  payment: "money",
  credit: "money",
};

interface PastListProps {
  timeline: Timeline;
  localeContext: LocaleContext;
  invoicesHref: string;
}

/** What happened, newest first. */
export function PastList({ timeline, localeContext, invoicesHref }: PastListProps) {
  return (
    <ol className="pt-2">
      {timeline.data.map((entry) => (
        <LifeEntry
          key={entry.id}
          mark={marks[entry.kind] ?? "event"}
          when={
            <time dateTime={entry.at} title={formatExact(entry.at, localeContext)}>
              {formatDateTime(entry.at, localeContext)}
            </time>
          }
          title={
            entry.document ? (
              <TextLink href={`${invoicesHref}/${entry.document.id}`}>{entry.title}</TextLink>
            ) : (
              entry.title
            )
          }
          amount={amountOf(entry, timeline.currency, localeContext.locale)}
        >
          <p className="max-w-[68ch] text-ink-2">{entry.sentence}</p>
          <Footnote entry={entry} />
        </LifeEntry>
      ))}
    </ol>
  );
}

function amountOf({ amount_minor, kind }: Entry, currency: string, locale: string): string | null {
  if (amount_minor === null) return null;
  return formatMoney(kind === "credit_note" ? -amount_minor : amount_minor, currency, locale);
}

function Footnote({ entry: { by, reason } }: { entry: Entry }) {
  const parts = [reason, by && `by ${by}`].filter(Boolean);
  return parts.length > 0 ? <p className="text-12 text-ink-3">{parts.join(", ")}</p> : null;
}
