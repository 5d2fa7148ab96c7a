"use client";

import { Lock, Minus, Plus, Vault } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { movementWords } from "@/components/billing/till/movement-words";
import { OpenTillForm } from "@/components/billing/till/open-till-form";
import { Button, ButtonLink } from "@/components/ui/controls/button";
import { Nothing } from "@/components/ui/overlays/nothing";
import { formatTime } from "@/lib/client/format";
import type { TillMovementKind } from "@/lib/values/billing";
import { formatMoney } from "@/lib/values/money";
import { type TillContext, tillHref } from "./till-context";

const CashDialog = dynamic(() => import("./cash-dialog").then((module) => module.CashDialog), { loading: Nothing });

export type DrawerMovement = {
  id: string;
  kind: TillMovementKind;
  amount_minor: number;
  reason: string | null;
  payer_name: string | null;
  change_minor: number | null;
  created_at: string;
};

interface DrawerPanelProps {
  context: TillContext;
  session: { id: string; float_minor: number; opened_at: string } | null;
  movements: readonly DrawerMovement[];
  last_left_minor: number | null;
}

/** The cash that moved today. What the drawer should hold is not shown: the count is blind. */
export function DrawerPanel({ context, session, movements, last_left_minor }: DrawerPanelProps) {
  const { organization, location, currency, locale, time_zone } = context;
  const [moving, setMoving] = useState<"paid_in" | "paid_out" | "to_safe" | null>(null);
  const money = (minor: number) => formatMoney(minor, currency, locale);
  if (!session) {
    return (
      <section aria-label="Cash today" className="gap-4">
        <h2>The till is closed</h2>
        <OpenTillForm
          organization={organization}
          currency={currency}
          locale={locale}
          location_id={location.id}
          last_left_minor={last_left_minor}
          size="touch"
        />
      </section>
    );
  }
  return (
    <section aria-label="Cash today">
      <h2>In the drawer at first</h2>
      <p className="font-medium text-36 text-ink">{money(session.float_minor)}</p>
      <p className="border-line border-b pb-4 text-ink-3">
        Open since {formatTime(session.opened_at, { locale, time_zone })}
      </p>
      <div className="flex items-baseline justify-between py-3">
        <h2>Cash today</h2>
        <span className="text-ink-3">{movements.length === 1 ? "1 movement" : `${movements.length} movements`}</span>
      </div>
      {movements.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard scrolls the list
        <ol className="min-h-0 flex-1 overflow-auto max-lg:max-h-72" tabIndex={0} aria-label="Cash movements">
          {movements.map(({ id, kind, amount_minor, payer_name, reason, created_at }) => (
            <li key={id} className="grid grid-cols-[76px_1fr_auto] gap-2 border-line border-t py-2.5 first:border-t-0">
              <time dateTime={created_at} className="text-ink-3">
                {formatTime(created_at, { locale, time_zone })}
              </time>
              <div className="min-w-0">
                <b className="block truncate font-medium text-ink">{movementWords[kind]}</b>
                <span className="block truncate text-ink-3">{payer_name ?? reason}</span>
              </div>
              <span className={amount_minor < 0 ? "text-ink-3" : "font-medium text-ink"}>
                {`${amount_minor > 0 ? "+" : ""}${money(amount_minor)}`}
              </span>
            </li>
          ))}
        </ol>
      ) : (
        <p className="flex-1 text-ink-3">No cash has moved yet.</p>
      )}
      <div className="grid grid-cols-3 gap-2 border-line border-t pt-3">
        <Button size="touch" icon={<Plus aria-hidden="true" />} onClick={() => setMoving("paid_in")}>
          Cash in
        </Button>
        <Button size="touch" icon={<Minus aria-hidden="true" />} onClick={() => setMoving("paid_out")}>
          Cash out
        </Button>
        <Button size="touch" icon={<Vault aria-hidden="true" />} onClick={() => setMoving("to_safe")}>
          To the safe
        </Button>
        <ButtonLink
          href={tillHref(context, "/close")}
          size="touch"
          className="col-span-3"
          icon={<Lock aria-hidden="true" />}
        >
          Close the till…
        </ButtonLink>
      </div>
      {moving ? (
        <CashDialog context={context} session_id={session.id} kind={moving} onClose={() => setMoving(null)} />
      ) : null}
    </section>
  );
}
