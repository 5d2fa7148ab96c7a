"use client";

import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Payer } from "@/components/billing/payments/payer";
import { payerInput } from "@/components/billing/payments/payer";
import { DayInput } from "@/components/memberships/day-input";
import { Button, ButtonLink } from "@/components/ui/controls/button";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Select } from "@/components/ui/forms/select";
import { Textarea } from "@/components/ui/forms/textarea";
import { useDebouncedValue } from "@/components/ui/forms/use-debounced-value";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { createInvoice, finalizeInvoice, previewInvoice } from "@/lib/client/endpoints/billing-invoices";
import { formatMoney } from "@/lib/values/money";
import { DraftLines } from "./draft-lines";
import { DraftPayer } from "./draft-payer";
import { DraftTotals } from "./draft-totals";
import { emptyLine, isComplete, linesOf, type WrittenLine } from "./draft-values";

interface InvoiceFormProps {
  organization: string;
  locations: readonly { id: string; name: string; currency: string }[];
  companies: readonly { id: string; name: string }[];
  tax_classes: readonly string[];
  /** The member of the link that opened the form. */
  initialPayer: Payer | null;
  today: string;
  locale: string;
  /** The address of the invoices; an id follows. */
  base: string;
}

/** An invoice that staff write. A draft asks for nothing; finalizing gives it its number. */
export function InvoiceForm(props: InvoiceFormProps) {
  const { organization, locations, companies, tax_classes, initialPayer, today, locale, base } = props;
  const router = useRouter();
  const toast = useToast();
  const [kind, setKind] = useState<Payer["kind"]>(initialPayer?.kind ?? "member");
  const [payer, setPayer] = useState(initialPayer);
  const [location_id, setLocation] = useState(locations[0]?.id ?? "");
  const [lines, setLines] = useState<readonly WrittenLine[]>([emptyLine(0, tax_classes[0] ?? "membership")]);
  const [prices_include_tax, setIncludeTax] = useState(true);
  const [due_on, setDue] = useState("");
  const [note, setNote] = useState("");
  const currency = locations.find(({ id }) => id === location_id)?.currency ?? "USD";
  const written = linesOf(lines);
  const sent = useDebouncedValue(JSON.stringify({ location_id, lines: written, prices_include_tax }), 250);
  const totals = useQuery({
    queryKey: ["invoice-preview", organization, sent],
    queryFn: ({ signal }) => api(previewInvoice, JSON.parse(sent), { organization, signal }),
    enabled: written.length > 0 && location_id !== "",
    placeholderData: keepPreviousData,
    retry: false,
  });
  const save = useMutation({
    mutationFn: async (isFinal: boolean) => {
      if (!payer) throw new Error("Choose who pays");
      const draft = await api(
        createInvoice,
        {
          ...payerInput(payer),
          ...{ location_id, lines: written, prices_include_tax },
          ...(note.trim() ? { note: note.trim() } : {}),
        },
        { organization },
      );
      if (!isFinal) return draft;
      const due = due_on ? { due_on } : {};
      // Where this is refused the draft stays, and its page says how to go on.
      return api(finalizeInvoice, { id: draft.id, ...due }, { organization }).catch((error: Error) => {
        toast.show({ tone: "bad", message: error.message });
        return draft;
      });
    },
    onSuccess: ({ id, number }) => {
      toast.show({ tone: "good", message: number ? `${number} is finalized` : "The draft is saved" });
      router.push(`${base}/${id}`);
    },
  });
  const isReady = payer !== null && lines.every(isComplete) && totals.isSuccess;
  const total = totals.data ? formatMoney(totals.data.total_minor, totals.data.currency, locale) : null;
  return (
    <form
      className="grid gap-8 px-gutter py-6 lg:grid-cols-[minmax(0,1fr)_20rem]"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) save.mutate(true);
      }}
    >
      <div className="flex min-w-0 flex-col gap-5">
        <FormError message={save.error?.message} />
        <DraftPayer
          organization={organization}
          payer={payer}
          kind={kind}
          companies={companies}
          onKindChange={(next) => {
            setKind(next);
            setPayer(null);
          }}
          onChange={setPayer}
        />
        {locations.length > 1 ? (
          <Field label="Location" hint="It sells, in its currency and with its taxes">
            <Select
              value={location_id}
              options={locations.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={({ target }) => setLocation(target.value)}
            />
          </Field>
        ) : null}
        <DraftLines lines={lines} onChange={setLines} tax_classes={tax_classes} currency={currency} locale={locale} />
        <Checkbox
          label="Prices include tax"
          checked={prices_include_tax}
          onChange={({ target }) => setIncludeTax(target.checked)}
        />
        <Field label="Due" optional hint="Without a day: as the legal entity's settings say">
          <DayInput value={due_on} today={today} min={today} onValueChange={setDue} />
        </Field>
        <Field label="Note" optional hint="Printed on the invoice">
          <Textarea rows={2} value={note} maxLength={1_000} onChange={({ target }) => setNote(target.value)} />
        </Field>
      </div>
      <aside aria-label="Totals" className="self-start rounded-control bg-surface-2 p-5 lg:sticky lg:top-20">
        <div aria-live="polite">
          <DraftTotals
            totals={written.length > 0 ? totals.data : undefined}
            error={totals.error?.message}
            due_on={due_on}
            locale={locale}
          />
        </div>
        <div className="mt-5 flex flex-col gap-2">
          <Button type="submit" variant="primary" size="lg" full busy={save.isPending} disabled={!isReady}>
            {total && isReady ? `Finalize, ${total}` : "Finalize"}
          </Button>
          <Button size="lg" full busy={save.isPending} disabled={!isReady} onClick={() => save.mutate(false)}>
            Save draft
          </Button>
          <ButtonLink href={base} size="lg" variant="quiet" full>
            Cancel
          </ButtonLink>
        </div>
      </aside>
    </form>
  );
}
