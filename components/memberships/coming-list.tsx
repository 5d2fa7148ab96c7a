import { formatShortDate } from "@/lib/client/format-short-date";
import type { Output } from "@/lib/contracts/contract";
import type { getTimeline } from "@/lib/contracts/memberships/membership-life";
import { formatMoney } from "@/lib/values/money";
import { type EntryMark, LifeEntry } from "./life-entry";
import type { DateContext } from "./plans/wording";

type Timeline = Output<typeof getTimeline>;
type Coming = Timeline["coming"][number];

/** How many are shown before the reader asks for all. */
const first = 5;

const marks: Record<Coming["kind"], EntryMark> = {
  bill: "bill",
  freeze_begins: "cold_ahead",
  freeze_ends: "cold_ahead",
  plan: "end",
  price: "end",
  expires: "end",
  cancelled: "end",
};

/** What the next 12 months bring, with the reason of each. */
export function ComingList({ timeline, reader }: { timeline: Timeline; reader: DateContext }) {
  const { coming } = timeline;
  if (coming.length === 0)
    return <p className="py-2 text-ink-3">Nothing is billed and nothing changes within a year.</p>;
  const rest = coming.slice(first);
  return (
    <>
      <Entries entries={coming.slice(0, first)} currency={timeline.currency} reader={reader} />
      {rest.length > 0 ? (
        <details>
          <summary className="ui-link cursor-pointer">{`Show ${rest.length} more within a year`}</summary>
          <div className="pt-3">
            <Entries entries={rest} currency={timeline.currency} reader={reader} />
          </div>
        </details>
      ) : null}
    </>
  );
}

type EntriesProps = { entries: readonly Coming[]; currency: Timeline["currency"]; reader: DateContext };

function Entries({ entries, currency, reader }: EntriesProps) {
  return (
    <ol className="pt-2">
      {entries.map(({ kind, on, title, sentence, bill }) => (
        <LifeEntry
          key={`${on} ${kind} ${title}`}
          mark={marks[kind]}
          when={<time dateTime={on}>{formatShortDate(on, reader.today, reader.locale)}</time>}
          title={title}
          amount={bill ? formatMoney(bill.total_minor, currency, reader.locale) : null}
        >
          <p className="max-w-[68ch] text-ink-2">{sentence}</p>
        </LifeEntry>
      ))}
    </ol>
  );
}
