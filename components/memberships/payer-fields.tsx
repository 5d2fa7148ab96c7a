"use client";

import { Search } from "lucide-react";
import { useMemberSearch } from "@/components/access/check-ins/use-member-search";
import { Combobox, type ComboOption } from "@/components/ui/forms/combobox";
import { Field } from "@/components/ui/forms/field";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Select } from "@/components/ui/forms/select";
import type { Acceptance } from "@/lib/values/membership-history";
import { acceptances } from "@/lib/values/membership-history";
import { DayInput } from "./day-input";
import { useCompanySearch } from "./use-company-search";

export type PayerChoice = {
  kind: "self" | "member" | "company";
  payer: ComboOption | null;
  how: Acceptance["how"] | "";
  /** Empty while the date is incomplete. */
  on: string;
};

export const selfPaid = (today: string): PayerChoice => ({ kind: "self", payer: null, how: "", on: today });

const acceptanceNames: Record<Acceptance["how"], string> = {
  in_person: "In person",
  signed_form: "By a signed form",
  email: "By e-mail",
};

interface PayerFieldsProps {
  organization: string;
  /** The first name of the member. */
  name: string;
  value: PayerChoice;
  onChange: (change: Partial<PayerChoice>) => void;
  /** False for staff who do not see companies. */
  offers_companies: boolean;
  today: string;
  errors?: Partial<Record<"payer" | "how" | "on", string | undefined>>;
}

/** J3: who pays, and how and when they agreed to. */
export function PayerFields(props: PayerFieldsProps) {
  const { organization, name, value, onChange, offers_companies, today, errors = {} } = props;
  const members = useMemberSearch(organization);
  const companies = useCompanySearch(organization);
  return (
    <>
      <RadioGroup
        label="Who pays"
        name="payer_kind"
        look="row"
        value={value.kind}
        onValueChange={(kind) => onChange({ kind: kind as PayerChoice["kind"], payer: null })}
        options={[
          { value: "self", label: name },
          { value: "member", label: "Another member" },
          ...(offers_companies ? [{ value: "company", label: "A company" }] : []),
        ]}
      />
      {value.kind === "self" ? null : (
        <>
          <Field label={value.kind === "company" ? "Company" : "Member"} error={errors.payer}>
            <Combobox
              key={value.kind}
              placeholder={value.kind === "company" ? "Name or tax number" : "Name, phone, e-mail or member code"}
              icon={<Search aria-hidden="true" />}
              search={value.kind === "company" ? companies : members}
              value={value.payer}
              onValueChange={(payer) => onChange({ payer })}
            />
          </Field>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label="How they agreed to pay" error={errors.how}>
              <Select
                value={value.how}
                placeholder="Choose"
                options={acceptances.map((how) => ({ value: how, label: acceptanceNames[how] }))}
                onChange={({ target }) => onChange({ how: target.value as PayerChoice["how"] })}
              />
            </Field>
            <Field label="Agreed on" error={errors.on}>
              <DayInput value={value.on} latest={today} today={today} onValueChange={(on) => onChange({ on })} />
            </Field>
          </div>
        </>
      )}
    </>
  );
}

/** The choice as input; null while it is incomplete. */
export function payerInput({
  kind,
  payer,
}: PayerChoice): { payer_member_id?: string; payer_company_id?: string } | null {
  if (kind === "self") return {};
  if (!payer) return null;
  return kind === "company" ? { payer_company_id: payer.value } : { payer_member_id: payer.value };
}

/** Whether the agreement of another payer is recorded. */
export const isAgreed = ({ kind, how, on }: PayerChoice): boolean => kind === "self" || (how !== "" && on !== "");
