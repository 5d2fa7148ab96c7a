"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/controls/button";
import { Callout } from "@/components/ui/data/callout";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Input } from "@/components/ui/forms/input";
import { Select } from "@/components/ui/forms/select";
import { SheetDialog } from "@/components/ui/overlays/sheet-dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { putLegalRules } from "@/lib/client/endpoints/billing-settings";
import { legalProfiles, profileOfCountry } from "@/lib/values/legal-profiles";
import type { CoolingOff, LegalProfileCode, LegalRules } from "@/lib/values/legal-rules";
import type { CancelReason } from "@/lib/values/membership-terms";
import type { LegalEntity } from "./entity";

interface LegalSheetProps {
  organization: string;
  entity: LegalEntity;
  closeHref: string;
}

const onlineOptions = [
  { value: "off", label: "Nobody" },
  { value: "sold_online", label: "Members who joined online" },
  { value: "everyone", label: "Every member" },
];
const countedOptions = [
  { value: "calendar", label: "calendar days" },
  { value: "business", label: "business days" },
];
const fromOptions = [
  { value: "sale", label: "the sale" },
  { value: "first_use", label: "the first visit" },
];
const appliesOptions = [
  { value: "everyone", label: "every membership" },
  { value: "sold_online", label: "memberships that were sold online" },
];
const overridable: { reason: CancelReason; label: string }[] = [
  { reason: "death", label: "Death" },
  { reason: "medical", label: "Illness or injury" },
  { reason: "relocation", label: "Moving away" },
];

const usualCoolingOff: CoolingOff = {
  ...{ days: 14, counted: "calendar", from: "sale", applies_to: "everyone", moves_off_weekends: false },
};

/** The rules of a profile, to be checked, changed and confirmed. */
export function LegalSheet({ organization, entity, closeHref }: LegalSheetProps) {
  const router = useRouter();
  const toast = useToast();
  const suggested = profileOfCountry(entity.country);
  const {
    profile: stored_profile,
    confirmed_at: _,
    ...stored
  } = entity.legal_rules ?? {
    profile: suggested.code,
    confirmed_at: "",
    ...suggested.rules,
  };
  const [profile, setProfile] = useState<LegalProfileCode>(stored_profile);
  const [rules, setRules] = useState<LegalRules>(stored);
  const change = (part: Partial<LegalRules>) => setRules({ ...rules, ...part });
  const { cooling_off } = rules;
  const changeCoolingOff = (part: Partial<CoolingOff>) =>
    change({ cooling_off: { ...(cooling_off ?? usualCoolingOff), ...part } });
  const save = useMutation({
    mutationFn: () => api(putLegalRules, { id: entity.id, profile, rules }, { organization, if_match: entity.version }),
    onSuccess: () => {
      toast.show({ tone: "good", message: `The rules for cancellations of ${entity.legal_name} are confirmed` });
      router.push(closeHref, { scroll: false });
      router.refresh();
    },
  });
  return (
    <SheetDialog
      size="md"
      title="Rules for cancellations"
      note={entity.legal_rules ? undefined : "Nothing applies until you confirm it"}
      closeHref={closeHref}
      footer={
        <>
          <ButtonLink href={closeHref} size="lg" scroll={false} className="ml-auto">
            Cancel
          </ButtonLink>
          <Button variant="primary" size="lg" busy={save.isPending} onClick={() => save.mutate()}>
            Confirm these rules
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <FormError message={save.error?.message} />
        <Field label="Begin with the rules of">
          <Select
            value={profile}
            options={Object.values(legalProfiles).map(({ code, name }) => ({ value: code, label: name }))}
            onChange={({ target }) => {
              const code = target.value as LegalProfileCode;
              setProfile(code);
              setRules(legalProfiles[code].rules);
            }}
          />
        </Field>
        <Callout tone="info" title="This is no legal advice">
          <ul className="list-disc pl-5">
            {legalProfiles[profile].sources.map((source) => (
              <li key={source}>{source}</li>
            ))}
          </ul>
        </Callout>
        <fieldset className="flex flex-col gap-4">
          <legend className="mb-2 font-strong text-ink">Cooling-off period</legend>
          <Checkbox
            label="Members can withdraw, and get everything back"
            checked={cooling_off !== null}
            onChange={({ target }) => change({ cooling_off: target.checked ? usualCoolingOff : null })}
          />
          {cooling_off ? (
            <div className="grid gap-4 sm:grid-cols-2">
              <Field label="Days">
                <Input
                  type="number"
                  min={1}
                  max={60}
                  value={cooling_off.days}
                  onChange={({ target }) => changeCoolingOff({ days: Number(target.value) })}
                />
              </Field>
              <Field label="Counted in">
                <Select
                  value={cooling_off.counted}
                  options={countedOptions}
                  onChange={({ target }) => changeCoolingOff({ counted: target.value as CoolingOff["counted"] })}
                />
              </Field>
              <Field label="After">
                <Select
                  value={cooling_off.from}
                  options={fromOptions}
                  onChange={({ target }) => changeCoolingOff({ from: target.value as CoolingOff["from"] })}
                />
              </Field>
              <Field label="For">
                <Select
                  value={cooling_off.applies_to}
                  options={appliesOptions}
                  onChange={({ target }) => changeCoolingOff({ applies_to: target.value as CoolingOff["applies_to"] })}
                />
              </Field>
              <Checkbox
                label="A last day on a weekend becomes Monday"
                className="sm:col-span-2"
                checked={cooling_off.moves_off_weekends}
                onChange={({ target }) => changeCoolingOff({ moves_off_weekends: target.checked })}
              />
            </div>
          ) : null}
        </fieldset>
        <Field label="Longest notice in days" optional hint="A plan with a longer notice is shortened to it">
          <Input
            type="number"
            min={0}
            max={365}
            value={rules.max_notice_days ?? ""}
            onChange={({ target }) => change({ max_notice_days: target.value === "" ? null : Number(target.value) })}
          />
        </Field>
        <Field label="Who can cancel on the member pages">
          <Select
            value={rules.online_cancellation}
            options={onlineOptions}
            onChange={({ target }) =>
              change({ online_cancellation: target.value as LegalRules["online_cancellation"] })
            }
          />
        </Field>
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-2 font-strong text-ink">Reasons that end a minimum term</legend>
          {overridable.map(({ reason, label }) => (
            <Checkbox
              key={reason}
              label={label}
              checked={rules.overriding_reasons.includes(reason)}
              onChange={({ target }) =>
                change({
                  overriding_reasons: target.checked
                    ? [...rules.overriding_reasons, reason]
                    : rules.overriding_reasons.filter((one) => one !== reason),
                })
              }
            />
          ))}
          <Checkbox
            label="Staff note the proof they have seen"
            checked={rules.needs_proof}
            onChange={({ target }) => change({ needs_proof: target.checked })}
          />
        </fieldset>
      </div>
    </SheetDialog>
  );
}
