"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/controls/button";
import { Callout } from "@/components/ui/data/callout";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { confirmTaxes } from "@/lib/client/endpoints/billing-settings";
import { formatShortDate } from "@/lib/client/format-short-date";
import { defaultTaxProfile } from "@/lib/values/tax/default-tax-profile";
import { type LegalEntity, percentText } from "./entity";

interface TaxSuggestionProps {
  organization: string;
  entity: LegalEntity;
  /** Whether the owner has entered rates already. */
  has_rates: boolean;
  locale: string;
}

/** Shown until the owner has confirmed the taxes. Nothing of the suggestion applies before. */
export function TaxSuggestion({ organization, entity, has_rates, locale }: TaxSuggestionProps) {
  const router = useRouter();
  const toast = useToast();
  const profile = defaultTaxProfile(entity.country);
  const suggested = profile?.suggested_rates ?? [];
  const confirm = useMutation({
    mutationFn: (rates: typeof suggested) =>
      api(
        confirmTaxes,
        {
          id: entity.id,
          rates: rates.flatMap(({ as_of: _, kind, ...rate }) => (kind === "none" ? [] : [{ ...rate, kind }])),
        },
        { organization },
      ),
    onSuccess: () => {
      toast.show({ tone: "good", message: `The taxes of ${entity.legal_name} are confirmed` });
      router.refresh();
    },
    onError: (error) => toast.show({ tone: "bad", message: error.message }),
  });
  return (
    <Callout tone="warn" title="The taxes are not confirmed">
      <div className="flex flex-col gap-3">
        <p>
          {suggested.length > 0
            ? "Documents carry no tax that is suggested here until you confirm it. Ask your accountant which rate applies."
            : "Documents carry no tax until you add a rate below. Ask your accountant which rate applies."}
        </p>
        {suggested.length > 0 ? (
          <ul className="list-disc pl-5">
            {suggested.map(({ name, rate_ppm, from_on, to_on, as_of }) => (
              <li key={`${name} ${from_on}`}>
                {name} {percentText(rate_ppm)} from {formatShortDate(from_on, as_of, locale)}
                {to_on ? ` to ${formatShortDate(to_on, as_of, locale)}` : ""} (as of {as_of})
              </li>
            ))}
          </ul>
        ) : null}
        {profile?.note ? <p>{profile.note}</p> : null}
        <p className="flex flex-wrap gap-2">
          {suggested.length > 0 ? (
            <Button variant="primary" busy={confirm.isPending} onClick={() => confirm.mutate(suggested)}>
              Confirm these taxes
            </Button>
          ) : null}
          <Button busy={confirm.isPending} onClick={() => confirm.mutate([])}>
            {has_rates ? "Confirm the rates below" : "Confirm that no tax applies"}
          </Button>
        </p>
      </div>
    </Callout>
  );
}
