import { Sentence } from "@/components/ui/data/sentence";
import { formatShortDate } from "@/lib/client/format-short-date";
import type { Output } from "@/lib/contracts/contract";
import type { getTimeline } from "@/lib/contracts/memberships/membership-life";
import { formatMoney } from "@/lib/values/money";
import type { Membership } from "./membership";
import type { DateContext } from "./plans/wording";

type Timeline = Output<typeof getTimeline>;

interface NextBillProps {
  next: Timeline["coming"][number];
  membership: Membership;
  past: Timeline["data"];
  reader: DateContext;
}

/** The kinds of entries whose sentence says why a bill moved. */
const moving = new Set(["frozen", "freeze_end_changed", "freeze_removed"]);

/** The exact next bill, who pays it, and why it moved since the last one. */
export function NextBill({ next, membership, past, reader }: NextBillProps) {
  const { currency, payer } = membership;
  const amount = formatMoney(next.bill?.total_minor ?? 0, currency, reader.locale);
  const billed = past.findIndex(({ kind }) => kind === "invoice");
  const since = past.slice(0, billed < 0 ? past.length : billed);
  const moved = since.find(({ kind, sentence }) => moving.has(kind) && sentence.includes("The next bill"));
  return (
    <Sentence>
      Next bill is <b>{amount}</b> on <b>{formatShortDate(next.on, reader.today, reader.locale)}</b>
      {payer ? (
        <>
          , paid by <b>{payer.name}</b>
        </>
      ) : null}
      .{moved ? ` ${moved.sentence}` : null}
    </Sentence>
  );
}
