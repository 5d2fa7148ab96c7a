import { type ReactNode, useId } from "react";
import { classNames } from "@/components/ui/class-names";
import { Button } from "@/components/ui/controls/button";
import { TextLink } from "@/components/ui/controls/text-link";
import type { LocaleContext } from "@/lib/client/format";
import { formatMoney } from "@/lib/values/money";
import type { DunningCase } from "./case";
import { Stations } from "./stations";

type Act = (row: DunningCase) => unknown;

export interface CaseRowProps {
  row: DunningCase;
  context: LocaleContext;
  manageHref: string;
  isOpen: boolean;
  onToggle: () => void;
  /** Null for those who may only read. */
  actions: { tryNow: Act; sendLink: Act; pause: Act; edit: Act } | null;
  isBusy: boolean;
  /** Of a payer with several invoices: what they owe together, and the other invoices. */
  together?: { owes: string; count: number; others: ReactNode };
}

export const rowGrid =
  "grid gap-x-4 gap-y-1 px-gutter lg:grid-cols-[minmax(9rem,1.3fr)_7rem_minmax(9rem,1.2fr)_15.5rem_minmax(9rem,1.2fr)_14.5rem]";

/** One invoice: who owes it, what the bank said, the tries, what is next, and what staff can do. */
export function CaseRow(props: CaseRowProps) {
  const { row, context, manageHref, isOpen, onToggle, actions, isBusy, together } = props;
  const panel = useId();
  const { payer_member_id, payer_name, next } = row;
  const tries = `${row.tries} ${row.tries === 1 ? "try" : "tries"}`;
  return (
    <li data-row={row.id} className="border-line border-b py-2 last:border-b-0 focus-within:bg-selected">
      <div className={classNames(rowGrid, "items-center")}>
        <div className="min-w-0">
          {payer_member_id ? (
            <TextLink href={`${manageHref}/members/${payer_member_id}?tab=invoices`} className="ui-table-link">
              {payer_name}
            </TextLink>
          ) : (
            <span className="font-medium text-ink">{payer_name}</span>
          )}
          <p className="truncate text-12 text-ink-3">
            {row.description}, {row.location_name}
          </p>
        </div>
        <div className="lg:text-right">
          <span className="tabular-nums text-ink">
            {together?.owes ?? formatMoney(row.open_minor, row.currency, context.locale)}
          </span>
          <p className="text-12 text-ink-3">
            <TextLink href={`${manageHref}/invoices/${row.invoice_id}`}>{row.invoice_number}</TextLink>
            {together ? ` and ${together.count - 1} more` : ""}
          </p>
        </div>
        <div className="min-w-0">
          <span className="block text-ink first-letter:uppercase" title={row.vendor_code ?? undefined}>
            {row.last_decline ?? "No answer yet"}
          </span>
          <p className="truncate text-12 text-ink-3">{[row.method_label, tries].filter(Boolean).join(", ")}</p>
        </div>
        <Stations row={row} context={context} />
        <div className="min-w-0">
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={panel}
            onClick={onToggle}
            className={classNames(
              "text-left font-medium underline decoration-dotted underline-offset-4",
              row.status === "paused" ? "text-note-text" : "text-ink",
            )}
          >
            {next.title}
            <span className="sr-only">, why?</span>
          </button>
          <p className="text-12 text-ink-3">{row.pause_reason ?? whenOf(row, context)}</p>
        </div>
        {actions ? <RowActions row={row} actions={actions} isBusy={isBusy} describedBy={panel} /> : <span />}
      </div>
      <div id={panel} hidden={!isOpen} className="max-w-3xl px-gutter pt-2 pb-1 text-pretty text-ink-2">
        <p>{[next.sentence, ...row.consequences].join(" ")} A payment by link or at the desk ends the tries.</p>
        {row.try_refusal && !row.dispute_id ? <p className="mt-1">{row.try_refusal}</p> : null}
        <p className="mt-1 flex flex-wrap gap-4">
          {payer_member_id ? (
            <TextLink href={`${manageHref}/members/${payer_member_id}?tab=invoices`}>Time line</TextLink>
          ) : null}
          {row.dispute_id ? <TextLink href={`${manageHref}/disputes/${row.dispute_id}`}>Dispute</TextLink> : null}
          {actions && row.status !== "paused" && !row.try_refusal ? (
            <Button size="sm" variant="quiet" onClick={() => actions.edit(row)}>
              Edit the next try
            </Button>
          ) : null}
        </p>
        {together?.others}
      </div>
    </li>
  );
}

/** The local time of the next try, with the zone's name. */
function whenOf({ next_try_at }: DunningCase, { locale, time_zone }: LocaleContext): string | null {
  if (!next_try_at) return null;
  return new Intl.DateTimeFormat(locale, {
    timeZone: time_zone,
    ...{ weekday: "short", day: "numeric", month: "short", hour: "numeric", minute: "2-digit", timeZoneName: "short" },
  }).format(Date.parse(next_try_at));
}

type RowActionsProps = Pick<CaseRowProps, "row" | "isBusy"> & {
  actions: NonNullable<CaseRowProps["actions"]>;
  describedBy: string;
};

export function RowActions({ row, actions, isBusy, describedBy }: RowActionsProps) {
  const is_off = row.try_refusal !== null;
  return (
    <div className="flex flex-wrap gap-1.5 lg:justify-end">
      <Button
        size="sm"
        aria-disabled={is_off || isBusy || undefined}
        aria-describedby={is_off ? describedBy : undefined}
        title={row.try_refusal ?? undefined}
        onClick={() => is_off || isBusy || actions.tryNow(row)}
      >
        Try now
      </Button>
      <Button size="sm" aria-disabled={isBusy || undefined} onClick={() => isBusy || actions.sendLink(row)}>
        Send link
      </Button>
      <Button size="sm" aria-disabled={isBusy || undefined} onClick={() => isBusy || actions.pause(row)}>
        {row.status === "paused" ? "Resume" : "Pause…"}
      </Button>
    </div>
  );
}
