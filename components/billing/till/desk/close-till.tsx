"use client";

import { useMutation } from "@tanstack/react-query";
import { ChevronLeft } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { denominationsOf } from "@/components/billing/till/denominations";
import { MoneyInput } from "@/components/memberships/plans/money-input";
import { Button, ButtonLink } from "@/components/ui/controls/button";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { ApiError, api } from "@/lib/client/api";
import { closeTill } from "@/lib/client/endpoints/payments";
import { formatMoney } from "@/lib/values/money";
import { CountTable } from "./count-table";
import { Difference, type Found, reasonOf } from "./difference";
import type { DrawerMovement } from "./drawer-panel";
import { type TillContext, tillHref } from "./till-context";

interface CloseTillProps {
  context: TillContext;
  session: { id: string; float_minor: number; opened_at: string };
  movements: readonly DrawerMovement[];
}

/** Count first. What the drawer should hold is said only after the count, with the question why it differs. */
export function CloseTill({ context, session, movements }: CloseTillProps) {
  const { organization, currency, locale } = context;
  const router = useRouter();
  const [pieces, setPieces] = useState<Record<string, number>>({});
  const [left, setLeft] = useState<number | null | undefined>(undefined);
  const [why, setWhy] = useState({ what: "", note: "" });
  const money = (minor: number) => formatMoney(minor, currency, locale);
  const counted = Object.entries(pieces).reduce((all, [value, count]) => all + Number(value) * count, 0);
  const left_minor = left === undefined ? Math.min(session.float_minor, counted) : left;
  const close = useMutation({
    mutationFn: () =>
      api(
        closeTill,
        {
          ...{ id: session.id, counted: pieces, left_minor: left_minor ?? 0 },
          ...(why.what ? { difference_reason: reasonOf(why) } : {}),
        },
        { organization },
      ),
    onSuccess: () => router.push(`/manage/${organization}/till/${session.id}`),
  });
  const found = foundIn(close.error);
  const again = () => {
    close.reset();
    setWhy({ what: "", note: "" });
  };
  const to_safe = Math.max(counted - (left_minor ?? 0), 0);
  const isReady = left_minor !== null && left_minor <= counted && (found === null || why.what !== "");
  const words = found
    ? `${money(Math.abs(found.difference_minor))} ${found.difference_minor < 0 ? "short" : "over"}`
    : null;
  return (
    <>
      <section aria-label="Count">
        <div className="-ml-3 flex items-center gap-2">
          <ButtonLink href={tillHref(context)} variant="quiet" size="touch" icon={<ChevronLeft aria-hidden="true" />}>
            Till
          </ButtonLink>
          <p className="font-strong text-26 text-ink">Close the till</p>
        </div>
        <p className="mt-1 mb-3 text-ink-3">Count what is in the drawer. Empty fields count as none.</p>
        <CountTable
          denominations={denominationsOf(currency)}
          pieces={pieces}
          onChange={(next) => {
            setPieces(next);
            if (found) again();
          }}
          currency={currency}
          locale={locale}
        />
      </section>
      <section aria-label="Difference" className="gap-3">
        {found ? (
          <Difference
            found={found}
            session={session}
            movements={movements}
            context={context}
            why={why}
            onWhyChange={setWhy}
          />
        ) : (
          <>
            <h2>Counted</h2>
            <p className="font-medium text-52 text-ink">{money(counted)}</p>
            <p className="text-ink-3">
              What should be there is said when you close. If it differs, you can count again or say why.
            </p>
            <FormError message={close.error?.message} />
          </>
        )}
        <div className="border-line border-t pt-3">
          <Field
            label="Stays in the drawer"
            hint="The rest goes to the safe"
            error={left_minor !== null && left_minor > counted ? "More than was counted" : undefined}
          >
            <MoneyInput size="touch" currency={currency} locale={locale} value={left_minor} onValueChange={setLeft} />
          </Field>
        </div>
        <div className="mt-auto flex gap-3 pt-4 max-sm:flex-col-reverse">
          {found ? (
            <Button className="tl-act" onClick={again}>
              Count again
            </Button>
          ) : null}
          <Button
            variant="primary"
            className="tl-act flex-1"
            busy={close.isPending}
            disabled={!isReady}
            onClick={() => close.mutate()}
          >
            {words
              ? `Close ${words}, ${money(to_safe)} to the safe`
              : `Close with ${money(left_minor ?? 0)} left, ${money(to_safe)} to the safe`}
          </Button>
        </div>
      </section>
    </>
  );
}

/** The difference that the API found; null for other errors. */
function foundIn(error: Error | null): Found | null {
  if (!(error instanceof ApiError)) return null;
  const { expected_minor, counted_minor, difference_minor } = error.document;
  if (typeof expected_minor !== "number" || typeof counted_minor !== "number" || typeof difference_minor !== "number")
    return null;
  return { expected_minor, counted_minor, difference_minor };
}
