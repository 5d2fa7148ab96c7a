"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useMemberSearch } from "@/components/access/check-ins/use-member-search";
import { owedOf } from "@/components/billing/payments/open-invoice";
import { type Part, tallyOf } from "@/components/billing/payments/parts";
import { useOpenInvoices } from "@/components/billing/payments/use-open-invoices";
import { useTakePayment } from "@/components/billing/payments/use-take-payment";
import { useKeys } from "@/components/billing/use-keys";
import { MoneyInput } from "@/components/memberships/plans/money-input";
import { Button } from "@/components/ui/controls/button";
import { KeyCap } from "@/components/ui/controls/key-cap";
import { Avatar } from "@/components/ui/data/avatar";
import { Combobox } from "@/components/ui/forms/combobox";
import { FormError } from "@/components/ui/forms/form-error";
import { formatMoney } from "@/lib/values/money";
import { HandedOverField } from "./handed-over-field";
import { OwedList } from "./owed-list";
import { type Taken, TakenPanel } from "./taken-panel";
import type { TillContext } from "./till-context";
import { TillWays } from "./till-ways";
import { partsWords } from "./way-words";

type TillPayer = { id: string; name: string; member_code: string | null };

interface TillDeskProps {
  context: TillContext;
  isOpen: boolean;
  /** The member of the link that opened the till. */
  initialPayer: TillPayer | null;
}

const cash: Part = { method: "cash", amount_minor: null, reference: "" };
const card: Part = { method: "card_terminal", amount_minor: null, reference: "" };

/** Who pays, what, and how; one button that names each part. */
export function TillDesk({ context, isOpen, initialPayer }: TillDeskProps) {
  const { organization, location, currency, locale, time_zone, now } = context;
  const router = useRouter();
  const search = useMemberSearch(organization);
  const frame = useRef<HTMLDivElement>(null);
  const [payer, setPayer] = useState(initialPayer);
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set());
  const [amount, setAmount] = useState<number | null | undefined>(undefined);
  // Cash while the till is open, until another way is chosen.
  const [chosenParts, setParts] = useState<readonly Part[] | null>(null);
  const parts = chosenParts ?? [isOpen ? cash : card];
  const [handed, setHanded] = useState<number | null>(null);
  const [taken, setTaken] = useState<Taken | null>(null);
  const asPayer = payer && { kind: "member" as const, id: payer.id, name: payer.name };
  const found = useOpenInvoices(organization, asPayer, currency);
  const money = (minor: number) => formatMoney(minor, currency, locale);
  const open = found.data ?? [];
  const ticked = open.filter(({ id }) => !unticked.has(id));
  const owed = owedOf(ticked);
  const total = amount === undefined ? owed : amount;
  const tally = tallyOf(parts, total);
  const cash_minor = tally.parts.find(({ method }) => method === "cash")?.amount_minor ?? 0;
  const isShort = handed !== null && handed < cash_minor;
  const take = useTakePayment(organization, (_, payment_ids) => {
    const change_minor = handed === null ? 0 : handed - cash_minor;
    setTaken({ payer_name: payer?.name ?? "", amount_minor: total ?? 0, change_minor, payment_ids });
    router.refresh();
  });
  const begin = (next: TillPayer | null) => {
    setPayer(next);
    setUnticked(new Set());
    setAmount(undefined);
    setParts(null);
    setHanded(null);
    setTaken(null);
    take.reset();
  };
  useKeys({ "/": () => frame.current?.querySelector("input")?.focus() });
  const needsTill = !isOpen && cash_minor > 0;
  const isReady = asPayer !== null && found.isSuccess && tally.isReady && !isShort && !needsTill;
  return (
    <>
      <section aria-label="What is paid">
        <div ref={frame} className="flex items-center gap-2">
          <Combobox
            aria-label="Find a member by name, phone or number"
            placeholder="Name, phone or number"
            icon={<Search aria-hidden="true" />}
            size="touch"
            className="flex-1"
            search={search}
            value={null}
            onValueChange={(option) =>
              option && begin({ id: option.value, name: option.label, member_code: option.hint ?? null })
            }
          />
          <KeyCap>/</KeyCap>
        </div>
        {payer ? (
          <>
            <div className="flex items-center gap-4 border-line border-b py-4">
              <Avatar name={payer.name} size="lg" />
              <div className="min-w-0 flex-1">
                <b className="block truncate font-strong text-20 text-ink">{payer.name}</b>
                <span className="text-ink-3">
                  {[payer.member_code, found.isSuccess ? `owes ${money(owedOf(open))}` : null]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </div>
              <Button size="touch" onClick={() => begin(null)}>
                Other member
              </Button>
            </div>
            <div className="flex items-baseline justify-between py-3">
              <h2>Open invoices</h2>
              <span className="text-ink-3">{open.length > 0 ? `${ticked.length} of ${open.length} ticked` : null}</span>
            </div>
            {open.length > 0 ? (
              <OwedList
                invoices={open}
                unticked={unticked}
                localeContext={{ locale, time_zone, now }}
                onToggle={(id) => {
                  const next = new Set(unticked);
                  if (!next.delete(id)) next.add(id);
                  setUnticked(next);
                  setAmount(undefined);
                  setHanded(null);
                }}
              />
            ) : (
              <p className="text-ink-3">
                {found.isPending
                  ? "Open invoices are loading."
                  : "Nothing is owed. An amount that you take becomes account credit."}
              </p>
            )}
            <FormError message={found.error?.message} />
          </>
        ) : (
          <p className="py-8 text-center text-ink-3">Find the member who pays. Their open invoices appear here.</p>
        )}
      </section>
      <section aria-label="How it is paid">
        {taken ? (
          <TakenPanel taken={taken} context={context} onNext={() => begin(null)} />
        ) : (
          <>
            <h2>{payer ? `${payer.name.split(" ")[0]} pays` : "To pay"}</h2>
            <p className="tl-total">{money(total ?? 0)}</p>
            <div className="mb-4 text-ink-3">
              {amount === undefined ? (
                <Button variant="quiet" size="touch" disabled={!payer} onClick={() => setAmount(owed)}>
                  Another amount
                </Button>
              ) : (
                <MoneyInput
                  aria-label="Amount to take"
                  size="touch"
                  currency={currency}
                  locale={locale}
                  value={amount}
                  onValueChange={(minor) => {
                    setAmount(minor);
                    setHanded(null);
                  }}
                />
              )}
              {(total ?? 0) > owed && payer ? (
                <p className="mt-2">{`${money((total ?? 0) - owed)} becomes account credit.`}</p>
              ) : null}
            </div>
            <TillWays
              parts={parts}
              tally={tally}
              total={total ?? 0}
              onChange={(next) => {
                setParts(next);
                setHanded(null);
              }}
              currency={currency}
              locale={locale}
            />
            {cash_minor > 0 && !needsTill ? (
              <HandedOverField
                key={cash_minor}
                amount_minor={cash_minor}
                value={handed}
                onValueChange={setHanded}
                currency={currency}
                locale={locale}
              />
            ) : null}
            {needsTill ? (
              <p role="status" className="mt-4 text-warn-text">
                The till is closed. Open it to take cash, or choose another way.
              </p>
            ) : null}
            <div className="mt-auto flex flex-col gap-3 pt-4">
              <FormError message={take.error?.message} />
              <Button
                variant="primary"
                full
                className="tl-act"
                busy={take.isPending}
                disabled={!isReady}
                onClick={() =>
                  asPayer &&
                  take.mutate({
                    ...{ payer: asPayer, location_id: location.id, currency, parts: tally.parts, invoices: ticked },
                    handed_over_minor: handed,
                  })
                }
              >
                {isReady ? `Take ${partsWords(tally.parts, currency, locale)}` : "Take payment"}
              </Button>
            </div>
          </>
        )}
      </section>
    </>
  );
}
