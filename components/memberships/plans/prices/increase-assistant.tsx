"use client";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { DayInput } from "@/components/memberships/day-input";
import { MoneyInput } from "@/components/memberships/plans/money-input";
import { Button } from "@/components/ui/controls/button";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Input } from "@/components/ui/forms/input";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { useDebouncedValue } from "@/components/ui/forms/use-debounced-value";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { createPriceIncrease, previewPriceIncrease } from "@/lib/client/endpoints/memberships";
import { formatFullDate } from "@/lib/client/format-short-date";
import { addDays } from "@/lib/values/calendar-day";
import { counted } from "@/lib/values/counted";
import { formatMoney } from "@/lib/values/money";
import { IncreasePreview } from "./increase-preview";

interface IncreaseAssistantProps {
  organization: string;
  plan: { id: string; name: string; price_minor: number; currency: string; notice_days: number; version: number };
  locale: string;
  today: string;
  memberHref: string;
}

type Who = "everyone" | "joined_before" | "new_sales";

/** Who pays more, from when, with how much notice; the bills that follow before anything is confirmed (C20). */
export function IncreaseAssistant({ organization, plan, locale, today, memberHref }: IncreaseAssistantProps) {
  const router = useRouter();
  const toast = useToast();
  const [price_minor, setPrice] = useState<number | null>(null);
  const [notice_days, setNotice] = useState(Math.max(30, plan.notice_days));
  const [effective_on, setEffective] = useState(addDays(today, Math.max(31, plan.notice_days + 1)));
  const [who, setWho] = useState<Who>("everyone");
  const [joined_before_on, setJoinedBefore] = useState(today);
  const wanted = {
    ...{ id: plan.id, price_minor: price_minor ?? 0, effective_on, applies_to: who, notice_days },
    ...(who === "joined_before" && joined_before_on ? { joined_before_on } : {}),
  };
  const sent = useDebouncedValue(JSON.stringify(wanted), 300);
  const preview = useQuery({
    queryKey: ["price-increase", organization, sent],
    queryFn: ({ signal }) => api(previewPriceIncrease, JSON.parse(sent), { organization, signal }),
    enabled: price_minor !== null && effective_on !== "",
    placeholderData: keepPreviousData,
    retry: false,
  });
  const schedule = useMutation({
    mutationFn: () => api(createPriceIncrease, wanted, { organization, if_match: plan.version }),
    onSuccess: ({ raised }) => {
      toast.show({ tone: "good", message: `The new price is scheduled, ${raised} pay it` });
      router.refresh();
    },
  });
  const money = (minor: number) => formatMoney(minor, plan.currency, locale);
  const isReady = price_minor !== null && effective_on !== "" && preview.isSuccess && !preview.isPlaceholderData;
  return (
    <div className="grid gap-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) schedule.mutate();
        }}
      >
        <FormError message={schedule.error?.message} />
        <Field label="New price" hint={`Now ${money(plan.price_minor)}`}>
          <MoneyInput currency={plan.currency} locale={locale} value={price_minor} onValueChange={setPrice} />
        </Field>
        <RadioGroup
          label="Who pays it"
          name="who"
          value={who}
          onValueChange={(value) => setWho(value as Who)}
          options={[
            { value: "everyone", label: "Everyone", hint: "From the first bill after the day" },
            { value: "joined_before", label: "Who joined before a day", hint: "The others keep their price" },
            { value: "new_sales", label: "New members", hint: "All running memberships keep their price" },
          ]}
        />
        {who === "joined_before" ? (
          <Field label="Joined before">
            <DayInput value={joined_before_on} today={today} onValueChange={setJoinedBefore} />
          </Field>
        ) : null}
        <Field label="From">
          <DayInput value={effective_on} today={today} onValueChange={setEffective} />
        </Field>
        {who === "new_sales" ? null : (
          <Field label="Notice" hint={`Members of this plan have at least ${counted(plan.notice_days, "day")}`}>
            <Input
              inputMode="numeric"
              suffix="days"
              value={notice_days}
              onChange={({ target }) => setNotice(Math.min(365, Math.trunc(Number(target.value)) || 0))}
            />
          </Field>
        )}
        <Button type="submit" variant="primary" busy={schedule.isPending} disabled={!isReady}>
          {price_minor === null
            ? "Schedule the new price"
            : `Raise to ${money(price_minor)} from ${effective_on ? formatFullDate(effective_on, locale) : "…"}`}
        </Button>
      </form>
      <IncreasePreview
        data={price_minor === null ? undefined : preview.data}
        error={price_minor === null ? undefined : preview.error?.message}
        isStale={preview.isPlaceholderData}
        locale={locale}
        memberHref={memberHref}
      />
    </div>
  );
}
