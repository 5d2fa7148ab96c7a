"use client";

import { Ban, CreditCard, Eraser, FileMinus, Link2, MoreHorizontal, Zap } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import type { Payer } from "@/components/billing/payments/payer";
import { useKeys } from "@/components/billing/use-keys";
import { type Collect, chargedMethod } from "@/components/gateways/collect/collect";
import { Button } from "@/components/ui/controls/button";
import { Menu, MenuItem } from "@/components/ui/overlays/menu";
import { Nothing } from "@/components/ui/overlays/nothing";
import { formatMoney } from "@/lib/values/money";
import type { CreditableLine, PaidPart } from "./credit";

const TakePaymentDialog = dynamic(
  () => import("@/components/billing/payments/take-payment-dialog").then((module) => module.TakePaymentDialog),
  { loading: Nothing },
);
const ReasonDialog = dynamic(() => import("./reason-dialog").then((module) => module.ReasonDialog), {
  loading: Nothing,
});
const CreditNoteDialog = dynamic(() => import("./credit-note-dialog").then((module) => module.CreditNoteDialog), {
  loading: Nothing,
});

const ChargeDialog = dynamic(
  () => import("@/components/gateways/collect/charge-dialog").then((module) => module.ChargeDialog),
  { loading: Nothing },
);
const LinkDialog = dynamic(
  () => import("@/components/gateways/collect/link-dialog").then((module) => module.LinkDialog),
  { loading: Nothing },
);

export interface InvoiceActionsProps {
  organization: string;
  invoice: {
    id: string;
    number: string;
    payer: Payer;
    location_id: string;
    currency: string;
    due_on: string;
    total_minor: number;
    open_minor: number;
    credited_minor: number;
    lines: readonly CreditableLine[];
  };
  paid_by: readonly PaidPart[];
  membershipsHref: string | null;
  locale: string;
  may: { take: boolean; correct: boolean };
  /** What must come first before it can be voided; null where it can be voided now. */
  void_blocker: string | null;
  /** The id of the element that says it. */
  blocker_id: string;
  /** Null where no gateway is connected, or nothing is left to pay. */
  collect: Collect | null;
}

type Action = "take" | "credit" | "void" | "write_off" | "charge" | "link";

/** What can be done with a finalized invoice: in the header, and on phones in a bar at the bottom. */
export function InvoiceActions({ look, ...props }: InvoiceActionsProps & { look: "header" | "bar" }) {
  const { organization, invoice, paid_by, membershipsHref, locale, may, void_blocker, blocker_id, collect } = props;
  const { currency, open_minor, total_minor, credited_minor } = invoice;
  const [action, setAction] = useState<Action | null>(null);
  const close = () => setAction(null);
  const open = formatMoney(open_minor, currency, locale);
  const canTake = may.take && open_minor > 0;
  const canCredit = may.correct && credited_minor < total_minor;
  const canWriteOff = may.correct && open_minor > 0;
  useKeys({ p: look === "header" && canTake ? () => setAction("take") : undefined });
  const blockedBy = (text: string | null | undefined, id: string) =>
    text ? { "aria-disabled": true, "aria-describedby": id, title: text } : {};
  const blocked = blockedBy(void_blocker, blocker_id);
  const method = collect && chargedMethod(collect);
  return (
    <>
      {look === "header" ? (
        <div className="ml-auto flex flex-wrap gap-2 max-md:hidden">
          {may.correct ? (
            <Button
              icon={<Ban aria-hidden="true" />}
              onClick={void_blocker ? undefined : () => setAction("void")}
              {...blocked}
            >
              Void
            </Button>
          ) : null}
          {canWriteOff ? (
            <Button icon={<Eraser aria-hidden="true" />} onClick={() => setAction("write_off")}>
              Write off…
            </Button>
          ) : null}
          {canCredit ? (
            <Button icon={<FileMinus aria-hidden="true" />} onClick={() => setAction("credit")}>
              Credit note…
            </Button>
          ) : null}
          {collect ? (
            <>
              <Button
                icon={<Zap aria-hidden="true" />}
                onClick={collect.charge_blocker ? undefined : () => setAction("charge")}
                {...blockedBy(collect.charge_blocker, collect.charge_blocker_id)}
              >
                Charge {method}…
              </Button>
              <Button
                icon={<Link2 aria-hidden="true" />}
                onClick={collect.link_blocker ? undefined : () => setAction("link")}
                {...blockedBy(collect.link_blocker, collect.link_blocker_id)}
              >
                Send link…
              </Button>
            </>
          ) : null}
          {canTake ? (
            <Button
              variant="primary"
              icon={<CreditCard aria-hidden="true" />}
              keyCap="P"
              onClick={() => setAction("take")}
            >
              Take payment
            </Button>
          ) : null}
        </div>
      ) : canTake || may.correct || collect ? (
        <div className="sticky bottom-[calc(76px+env(safe-area-inset-bottom))] z-1 flex gap-2 border-line border-t bg-surface px-4 py-3 md:hidden">
          {may.correct || collect ? (
            <Menu label="More actions" trigger={<MoreHorizontal aria-hidden="true" />} iconOnly size="touch">
              {canCredit ? (
                <MenuItem icon={<FileMinus aria-hidden="true" />} onSelect={() => setAction("credit")}>
                  Credit note…
                </MenuItem>
              ) : null}
              {canWriteOff ? (
                <MenuItem icon={<Eraser aria-hidden="true" />} onSelect={() => setAction("write_off")}>
                  Write off…
                </MenuItem>
              ) : null}
              {collect ? (
                <>
                  <MenuItem
                    icon={<Zap aria-hidden="true" />}
                    disabled={collect.charge_blocker !== null}
                    aria-describedby={collect.charge_blocker ? collect.charge_blocker_id : undefined}
                    onSelect={() => setAction("charge")}
                  >
                    Charge {method}…
                  </MenuItem>
                  <MenuItem
                    icon={<Link2 aria-hidden="true" />}
                    disabled={collect.link_blocker !== null}
                    aria-describedby={collect.link_blocker ? collect.link_blocker_id : undefined}
                    onSelect={() => setAction("link")}
                  >
                    Send link…
                  </MenuItem>
                </>
              ) : null}
              {may.correct ? (
                <MenuItem
                  icon={<Ban aria-hidden="true" />}
                  disabled={void_blocker !== null}
                  aria-describedby={void_blocker ? blocker_id : undefined}
                  onSelect={() => setAction("void")}
                >
                  Void…
                </MenuItem>
              ) : null}
            </Menu>
          ) : null}
          {canTake ? (
            <Button variant="primary" size="touch" className="flex-1" onClick={() => setAction("take")}>
              Take payment {open}
            </Button>
          ) : null}
        </div>
      ) : null}
      {action === "take" ? (
        <TakePaymentDialog
          organization={organization}
          payer={invoice.payer}
          location_id={invoice.location_id}
          currency={currency}
          locale={locale}
          invoices={[invoice]}
          onClose={close}
        />
      ) : null}
      {action === "charge" && collect ? (
        <ChargeDialog
          organization={organization}
          invoice={invoice}
          payer_name={invoice.payer.name}
          payment_method_id={collect.method?.id}
          method={chargedMethod(collect)}
          amount={open}
          onSendLink={() => setAction("link")}
          onClose={close}
        />
      ) : null}
      {action === "link" ? (
        <LinkDialog
          organization={organization}
          invoice={invoice}
          payer_name={invoice.payer.name}
          amount={open}
          onClose={close}
        />
      ) : null}
      {action === "credit" ? (
        <CreditNoteDialog
          organization={organization}
          invoice={invoice}
          payer_name={invoice.payer.name}
          paid_by={paid_by}
          membershipsHref={membershipsHref}
          locale={locale}
          onClose={close}
        />
      ) : null}
      {action === "void" || action === "write_off" ? (
        <ReasonDialog organization={organization} action={action} invoices={[invoice]} amount={open} onClose={close} />
      ) : null}
    </>
  );
}
