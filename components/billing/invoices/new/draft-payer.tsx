import { Search } from "lucide-react";
import { useMemberSearch } from "@/components/access/check-ins/use-member-search";
import type { Payer } from "@/components/billing/payments/payer";
import { Segmented } from "@/components/ui/controls/segmented";
import { Combobox } from "@/components/ui/forms/combobox";
import { Field } from "@/components/ui/forms/field";

interface DraftPayerProps {
  organization: string;
  payer: Payer | null;
  kind: Payer["kind"];
  companies: readonly { id: string; name: string }[];
  onKindChange: (kind: Payer["kind"]) => void;
  onChange: (payer: Payer | null) => void;
}

/** Who pays: a member, or a company. */
export function DraftPayer({ organization, payer, kind, companies, onKindChange, onChange }: DraftPayerProps) {
  const search = useMemberSearch(organization);
  const chosen = payer && { value: payer.id, label: payer.name };
  return (
    <div className="flex flex-col gap-3">
      {companies.length > 0 ? (
        <Segmented
          label="Who pays"
          options={[
            { value: "member", label: "Member" },
            { value: "company", label: "Company" },
          ]}
          value={kind}
          onValueChange={(value) => onKindChange(value as Payer["kind"])}
        />
      ) : null}
      <Field label={kind === "member" ? "Member" : "Company"}>
        <Combobox
          key={kind}
          placeholder={kind === "member" ? "Name, phone, e-mail or member code" : "Name"}
          icon={<Search aria-hidden="true" />}
          {...(kind === "member"
            ? { search }
            : { options: companies.map(({ id, name }) => ({ value: id, label: name })) })}
          value={chosen}
          onValueChange={(found) => onChange(found && { kind, id: found.value, name: found.label })}
        />
      </Field>
    </div>
  );
}
