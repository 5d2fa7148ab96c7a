import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Callout } from "@/components/ui/data/callout";
import { Skeleton } from "@/components/ui/data/skeleton";
import { formatShortDate } from "@/lib/client/format-short-date";
import { lastDay } from "@/lib/values/membership-rules/term";
import { formatMoney } from "@/lib/values/money";
import { BillLines } from "./bill-lines";
import type { Preview } from "./membership";
import { MovedDay } from "./moved-day";
import type { DateContext } from "./plans/wording";
import type { ActionPreviewState } from "./use-action-preview";

interface ActionPreviewProps {
  state: ActionPreviewState;
  reader: DateContext;
  /** Why the dates move. */
  reason?: string | undefined;
}

/** What an action would charge and move. */
export function ActionPreview({ state, reader, reason }: ActionPreviewProps) {
  return (
    <PreviewFrame state={state}>
      {(preview) => (
        <>
          <Amounts preview={preview} locale={reader.locale} />
          <Dates preview={preview} reader={reader} reason={reason} />
          <UntilEnd preview={preview} reader={reader} />
          {preview.notes.map((note) => (
            <p key={note} className="text-ink-2">
              {note}
            </p>
          ))}
        </>
      )}
    </PreviewFrame>
  );
}

interface PreviewFrameProps<Shown> {
  state: ActionPreviewState<Shown>;
  children: (preview: Shown) => ReactNode;
}

/** A preview, its refusal, or a placeholder. The region stays, so that screen readers announce each change. */
export function PreviewFrame<Shown>({ state, children }: PreviewFrameProps<Shown>) {
  const { preview, is_current, is_refused, refusal } = state;
  const is_busy = !is_current && !is_refused;
  return (
    <div aria-live="polite" aria-busy={is_busy}>
      {is_refused ? (
        <Refusal sentence={refusal} />
      ) : preview ? (
        <div className={classNames("flex flex-col gap-6", is_busy && "opacity-60")}>{children(preview)}</div>
      ) : (
        <Waiting />
      )}
    </div>
  );
}

function Refusal({ sentence }: { sentence: string | undefined }) {
  if (!sentence) return <p className="text-ink-3">Correct the marked field to see what changes.</p>;
  return (
    <Callout tone="warn" title="This cannot be done">
      <p>{sentence}</p>
    </Callout>
  );
}

function Waiting() {
  return (
    <div className="flex flex-col gap-4">
      <span className="sr-only">Calculating what changes</span>
      <Skeleton className="h-5 w-32" />
      <Skeleton className="h-14 w-48" />
      <Skeleton className="h-24 w-full" />
    </div>
  );
}

function Amounts({ preview, locale }: { preview: Preview; locale: string }) {
  const { total_minor, lines, currency } = preview;
  return (
    <>
      <div>
        <p className="text-ink-3">{total_minor < 0 ? "Becomes account credit" : "Due today"}</p>
        <p className="text-52 font-strong tracking-tight text-ink">
          {formatMoney(Math.abs(total_minor), currency, locale)}
        </p>
      </div>
      {lines.length > 0 ? <BillLines bill={preview} locale={locale} noteOf={({ why }) => why} /> : null}
    </>
  );
}

function Dates({ preview, reader, reason }: { preview: Preview; reader: DateContext; reason: string | undefined }) {
  const { before, after, currency } = preview;
  const next = after.next_bill_minor;
  return (
    <dl className="flex flex-col gap-4 empty:hidden">
      <MovedDay
        label={next === null ? "Next bill" : `Next bill, ${formatMoney(next, currency, reader.locale)}`}
        before={before.next_bill_on}
        after={after.next_bill_on}
        none={after.cancelled_on === null ? "Not known yet" : "No further bill"}
        reader={reader}
        reason={reason}
      />
      <MovedDay
        label="Last day of access"
        before={lastDay(before)}
        after={lastDay(after)}
        none="Open"
        reader={reader}
        reason={reason}
      />
    </dl>
  );
}

function UntilEnd({ preview, reader }: { preview: Preview; reader: DateContext }) {
  const { until_end, currency } = preview;
  if (!until_end) return null;
  const { last_charge_on, total_minor } = until_end;
  if (last_charge_on === null) return <p className="text-ink-2">Nothing more is charged.</p>;
  const sum = formatMoney(total_minor, currency, reader.locale);
  const last = formatShortDate(last_charge_on, reader.today, reader.locale);
  return <p className="text-ink-2">{`Until then ${sum} more is charged. The last charge is on ${last}.`}</p>;
}
