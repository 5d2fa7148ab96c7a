"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/controls/button";
import { Callout } from "@/components/ui/data/callout";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { cancelOwnMembership } from "@/lib/client/endpoints/me";
import { formatShortDate } from "@/lib/client/format-short-date";
import type { Output } from "@/lib/contracts/contract";
import type { getOwnCancellation } from "@/lib/contracts/memberships/own-memberships";
import { formatMoney } from "@/lib/values/money";

type Options = Output<typeof getOwnCancellation>;
type Choice = "now" | "period_end" | "cooling_off";

interface OwnCancelFormProps {
  organization: string;
  options: Options;
  locale: string;
  backHref: string;
}

/** Every way to end the membership with what it costs, and one button. Nothing is asked. */
export function OwnCancelForm({ organization, options, locale, backHref }: OwnCancelFormProps) {
  const router = useRouter();
  const { show } = useToast();
  const ways = waysOf(options, locale);
  const [choice, setChoice] = useState<Choice | undefined>(ways[0]?.value);
  const cancel = useMutation({
    mutationFn: (chosen: Choice) =>
      api(
        cancelOwnMembership,
        {
          id: options.membership_id,
          when: chosen === "period_end" ? "period_end" : "now",
          ...(chosen === "cooling_off" && { reason_code: "cooling_off" }),
        },
        { organization },
      ),
    onSuccess: () => {
      show({ tone: "good", message: "Your membership is cancelled. The confirmation is on its way to you" });
      router.push(backHref);
      router.refresh();
    },
  });
  if (ways.length === 0 || choice === undefined)
    return (
      <Callout tone="info" title="Your gym cancels this membership for you">
        <p>{whyNot(options)}</p>
        <ButtonLink href={backHref} size="touch" className="mt-3">
          Back
        </ButtonLink>
      </Callout>
    );
  return (
    <form
      className="flex flex-col gap-4"
      aria-label="Cancel membership"
      onSubmit={(event) => {
        event.preventDefault();
        cancel.mutate(choice);
      }}
    >
      {cancel.error ? <Callout tone="bad" role="alert" title={cancel.error.message} /> : null}
      <RadioGroup
        label="When does it end?"
        name="when"
        look="cards"
        value={choice}
        onValueChange={(value) => setChoice(value as Choice)}
        options={ways}
      />
      <p className="text-ink-2">
        You get a written confirmation at once.
        {choice === "period_end" ? " You can withdraw the cancellation until the last day." : ""}
      </p>
      <Button type="submit" variant="danger" size="touch" full busy={cancel.isPending}>
        Cancel membership now
      </Button>
      <ButtonLink href={backHref} size="touch" full>
        Keep membership
      </ButtonLink>
    </form>
  );
}

function waysOf(options: Options, locale: string) {
  const { currency, today, cooling_off, may_cancel_online, cancelled_on } = options;
  const money = (minor: number) => formatMoney(minor, currency, locale);
  const day = (on: string) => formatShortDate(on, today, locale);
  const ways: { value: Choice; label: string; hint: string }[] = [];
  for (const { when, result } of may_cancel_online ? options.options : []) {
    if (!result || (when === "period_end" && cancelled_on !== null)) continue;
    const charged =
      result.last_charge_on === null
        ? "Nothing more is charged."
        : `${money(result.charges_minor)} more is charged, the last time on ${day(result.last_charge_on)}.`;
    if (when === "period_end")
      ways.unshift({ value: when, label: `At the end of the period, last day ${day(result.last_day)}`, hint: charged });
    else ways.push({ value: when, label: "Today", hint: "You cannot train any more. Paid days are not given back." });
  }
  if (cooling_off)
    ways.push({
      value: "cooling_off",
      label: `Withdraw from the contract${cooling_off.until_on ? `, possible until ${day(cooling_off.until_on)}` : ""}`,
      hint: `It ends today, and you get back ${money(cooling_off.refund_minor)}.`,
    });
  return ways;
}

function whyNot({ options, may_cancel_online, cancelled_on }: Options): string {
  if (cancelled_on !== null) return "It is cancelled already.";
  if (!may_cancel_online) return "Tell your gym at the desk or in writing. It confirms the last day to you.";
  return options.find(({ refusal }) => refusal !== null)?.refusal ?? "It has ended.";
}
