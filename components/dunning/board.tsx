"use client";

import { useRef, useState } from "react";
import { useKeys } from "@/components/billing/use-keys";
import { resumeDunning, tryDunning } from "@/lib/client/endpoints/dunning";
import { createPaymentLink } from "@/lib/client/endpoints/payment-links";
import type { DunningGroup } from "@/lib/values/dunning";
import { formatMoney } from "@/lib/values/money";
import { type DunningCase, type DunningSummary, groupWords } from "./case";
import { EditDialog } from "./edit-dialog";
import { GroupAction } from "./group-action";
import { PauseDialog } from "./pause-dialog";
import { byPayer, PayerRow } from "./payer-row";
import { useAct } from "./use-act";

interface BoardProps {
  organization: string;
  rows: readonly DunningCase[];
  groups: DunningSummary["groups"];
  locale: string;
  now: string;
  manageHref: string;
  mayAct: boolean;
  /** The row that is open at first. */
  opened: string | null;
}

type Open = { dialog: "pause" | "edit"; row: DunningCase };

/** The rows by what happens next. J and K move, Enter says why, T tries, L sends a link, Z pauses or resumes. */
export function Board(props: BoardProps) {
  const { organization, rows, groups, locale, now, manageHref, mayAct, opened } = props;
  const root = useRef<HTMLDivElement>(null);
  const [why, setWhy] = useState<string | null>(opened);
  const [open, setOpen] = useState<Open | null>(null);
  const act = useAct(organization);
  const current = (): DunningCase | undefined => {
    const id = document.activeElement?.closest<HTMLElement>("[data-row]")?.dataset.row;
    return rows.find((row) => row.id === id);
  };
  const move = (by: 1 | -1) => {
    const all = [...(root.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
    const at = all.findIndex((row) => row.contains(document.activeElement));
    const next = all[Math.min(Math.max(at + by, 0), all.length - 1)];
    next?.querySelector<HTMLElement>("[aria-expanded]")?.focus();
    next?.scrollIntoView({ block: "nearest" });
  };
  const actions = {
    tryNow: (row: DunningCase) => row.try_refusal || act.run(tryDunning, { id: row.id }, ({ sentence }) => sentence),
    sendLink: (row: DunningCase) =>
      act.run(createPaymentLink, { id: row.invoice_id, send_to_payer: true }, ({ sent_to }) =>
        sent_to ? `A link to pay goes to ${sent_to.to_name}` : "A link to pay was made",
      ),
    pause: (row: DunningCase) =>
      row.status === "paused"
        ? act.run(resumeDunning, { id: row.id }, ({ next }) => next.sentence)
        : setOpen({ dialog: "pause", row }),
    edit: (row: DunningCase) => setOpen({ dialog: "edit", row }),
  };
  const onCurrent = (work: (row: DunningCase) => unknown) => () => {
    const row = current();
    if (row && mayAct && !act.isPending) work(row);
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    t: onCurrent(actions.tryNow),
    l: onCurrent(actions.sendLink),
    z: onCurrent(actions.pause),
  });
  return (
    <div ref={root}>
      {act.error ? (
        <p role="alert" className="ui-error px-gutter py-2">
          {act.error}
        </p>
      ) : null}
      {groups.map(({ group, ...totals }) => {
        const own = rows.filter((row) => row.group === group);
        const payers = byPayer(own);
        if (own.length === 0) return null;
        return (
          <section key={group} aria-labelledby={`group-${group}`} className="border-line border-b">
            <GroupHeader
              group={group}
              totals={totals}
              locale={locale}
              action={mayAct ? <GroupAction organization={organization} group={group} rows={own} /> : null}
            />
            <ul>
              {payers.map((cases) => (
                <PayerRow
                  key={cases[0].id}
                  cases={cases}
                  locale={locale}
                  now={now}
                  manageHref={manageHref}
                  why={why}
                  setWhy={setWhy}
                  actions={mayAct ? actions : null}
                  isBusy={act.isPending}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {open?.dialog === "pause" ? (
        <PauseDialog organization={organization} row={open.row} onClose={() => setOpen(null)} />
      ) : null}
      {open?.dialog === "edit" ? (
        <EditDialog organization={organization} row={open.row} onClose={() => setOpen(null)} />
      ) : null}
    </div>
  );
}

interface GroupHeaderProps {
  group: DunningGroup;
  totals: Omit<DunningSummary["groups"][number], "group">;
  locale: string;
  action: React.ReactNode;
}

/** The group's count and sum over all pages. */
function GroupHeader({ group, totals, locale, action }: GroupHeaderProps) {
  const { title, note } = groupWords[group];
  const { payers, amounts } = totals;
  const money = amounts.map(({ amount_minor, currency }) => formatMoney(amount_minor, currency, locale)).join(" and ");
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b bg-surface-2 px-gutter py-2">
      <h2 id={`group-${group}`} className="font-medium text-ink">
        {title}
      </h2>
      <p className="text-ink-3">
        {payers === 1 ? "1 payer" : `${payers} payers`} · <span className="text-ink">{money}</span>
        <span className="max-md:hidden"> · {note}</span>
      </p>
      {action ? <div className="ml-auto">{action}</div> : null}
    </div>
  );
}
