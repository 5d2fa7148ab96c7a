"use client";
import { keepPreviousData, skipToken, useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { DayInput } from "@/components/memberships/day-input";
import { Button, ButtonLink } from "@/components/ui/controls/button";
import { Callout } from "@/components/ui/data/callout";
import { Skeleton } from "@/components/ui/data/skeleton";
import { errorsByField } from "@/components/ui/forms/errors-by-field";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Input } from "@/components/ui/forms/input";
import { Select } from "@/components/ui/forms/select";
import { useDebouncedValue } from "@/components/ui/forms/use-debounced-value";
import { SheetDialog } from "@/components/ui/overlays/sheet-dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { createClosure, previewClosure } from "@/lib/client/endpoints/memberships";
import { formatCount } from "@/lib/client/format";
import { formatShortDate } from "@/lib/client/format-short-date";
import type { Output } from "@/lib/contracts/contract";
import type { previewClosure as previewContract } from "@/lib/contracts/memberships/closures";
import { addDays } from "@/lib/values/calendar-day";
import { counted } from "@/lib/values/counted";
import { reasonWords } from "./closure-words";

interface ClosureSheetProps {
  organization: string;
  locations: readonly { id: string; name: string }[];
  today: string;
  locale: string;
  closeHref: string;
}

/** The members that the preview shows. */
const shown = 8;

/** Closes a location: the days on the left, what becomes of the memberships on the right. */
export function ClosureSheet({ organization, locations, today, locale, closeHref }: ClosureSheetProps) {
  const router = useRouter();
  const toast = useToast();
  const [location_id, setLocation] = useState(locations[0]?.id ?? "");
  const [from_on, setFrom] = useState(addDays(today, 1));
  const [to_on, setTo] = useState(addDays(today, 7));
  const [reason, setReason] = useState("");
  const days = location_id && from_on && to_on ? { location_id, from_on, to_on } : null;
  const settled = useDebouncedValue(days, 300);
  const preview = useQuery({
    queryKey: ["closure-preview", settled],
    queryFn:
      settled === null
        ? skipToken
        : ({ signal }) => api(previewClosure, { ...settled, limit: shown }, { organization, signal }),
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  });
  const close = useMutation({
    mutationFn: (input: NonNullable<typeof days>) =>
      api(createClosure, { ...input, reason: reason.trim() }, { organization }),
    onSuccess: ({ location_name }) => {
      toast.show({ tone: "good", message: `The memberships of ${location_name} are being frozen` });
      router.push(closeHref, { scroll: false });
      router.refresh();
    },
  });
  const fields = ["location_id", "from_on", "to_on", "reason"] as const;
  const errors = errorsByField(close.error ?? preview.error, fields);
  return (
    <SheetDialog
      title="Close a location"
      note="Nothing changes until you confirm"
      closeHref={closeHref}
      aside={
        <div aria-live="polite" aria-busy={preview.isFetching}>
          {preview.isError ? (
            <p className="text-ink-3">Correct the marked field to see what changes.</p>
          ) : preview.data ? (
            <Effect preview={preview.data} today={today} locale={locale} />
          ) : (
            <Skeleton className="h-40 w-full" />
          )}
        </div>
      }
      footer={
        <>
          <ButtonLink href={closeHref} size="lg" scroll={false} className="ml-auto">
            Cancel
          </ButtonLink>
          <Button
            variant="primary"
            size="lg"
            busy={close.isPending}
            disabled={!days || !preview.isSuccess || reason.trim() === ""}
            onClick={() => days && close.mutate(days)}
          >
            {preview.data
              ? `Close and freeze ${counted(preview.data.frozen + preview.data.shortened, "membership", "memberships", locale)}`
              : "Close"}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <FormError message={errors.root} />
        <Field label="Location" error={errors.location_id}>
          <Select
            value={location_id}
            options={locations.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={({ target }) => setLocation(target.value)}
          />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="First closed day" error={errors.from_on}>
            <DayInput value={from_on} today={today} min={today} onValueChange={setFrom} />
          </Field>
          <Field label="Last closed day" hint="Both days are closed" error={errors.to_on}>
            <DayInput value={to_on} today={today} min={from_on || today} onValueChange={setTo} />
          </Field>
        </div>
        <Field label="Reason" hint="Members read it" error={errors.reason}>
          <Input value={reason} maxLength={200} onChange={({ target }) => setReason(target.value)} />
        </Field>
        <Callout tone="info" title="Memberships that are sold later are not frozen">
          <p>Let them begin after the last closed day.</p>
        </Callout>
      </div>
    </SheetDialog>
  );
}

interface EffectProps {
  preview: Output<typeof previewContract>;
  today: string;
  locale: string;
}

function Effect({ preview, today, locale }: EffectProps) {
  const { total, frozen, shortened, skipped, bills_moved, data } = preview;
  const day = (on: string | null) => (on === null ? "none" : formatShortDate(on, today, locale));
  const count = (value: number) => formatCount(value, locale);
  return (
    <div className="flex flex-col gap-4">
      <div>
        <p className="text-ink-3">Memberships that freeze</p>
        <p className="text-52 font-strong tracking-tight text-ink">{count(frozen + shortened)}</p>
        <p className="text-ink-2">
          {`${count(bills_moved)} next bills move. ${count(shortened)} freeze on some of the days only, ${count(skipped)} of ${count(total)} do not freeze.`}
        </p>
      </div>
      <ul className="flex flex-col gap-2">
        {data.map(({ membership_id, member_name, plan_name, reason, frozen_days, before, after }) => (
          <li key={membership_id} className="border-line border-b pb-2">
            <p className="font-medium text-ink">
              {member_name} <span className="text-ink-3">{plan_name}</span>
            </p>
            <p className="text-12 text-ink-3">
              {reason ? `${reasonWords[reason]}. ` : ""}
              {frozen_days > 0 ? `${counted(frozen_days, "day")}` : "Not frozen"}
              {before.next_bill_on !== after.next_bill_on
                ? `, next bill ${day(before.next_bill_on)} → ${day(after.next_bill_on)}`
                : ""}
            </p>
          </li>
        ))}
      </ul>
      {total > data.length ? <p className="text-ink-3">{`and ${count(total - data.length)} more`}</p> : null}
    </div>
  );
}
