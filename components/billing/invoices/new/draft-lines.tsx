import { Plus, Trash2 } from "lucide-react";
import { MoneyInput } from "@/components/memberships/plans/money-input";
import { Button } from "@/components/ui/controls/button";
import { IconButton } from "@/components/ui/controls/icon-button";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Select } from "@/components/ui/forms/select";
import { emptyLine, type WrittenLine } from "./draft-values";

interface DraftLinesProps {
  lines: readonly WrittenLine[];
  onChange: (lines: readonly WrittenLine[]) => void;
  tax_classes: readonly string[];
  currency: string;
  locale: string;
}

const most = 50;

export function DraftLines({ lines, onChange, tax_classes, currency, locale }: DraftLinesProps) {
  const change = (key: number, part: Partial<WrittenLine>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...part } : line)));
  const add = () =>
    onChange([...lines, emptyLine(Math.max(-1, ...lines.map(({ key }) => key)) + 1, tax_classes[0] ?? "membership")]);
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="ui-label mb-1.5">Lines</legend>
      {lines.map((line, at) => (
        <div key={line.key} className="flex flex-wrap items-end gap-3 border-line border-b pb-3">
          <Field label={`What, line ${at + 1}`} className="min-w-56 flex-1">
            <Input
              value={line.description}
              maxLength={200}
              placeholder="Towel service"
              onChange={({ target }) => change(line.key, { description: target.value })}
            />
          </Field>
          <Field label="How many" className="w-24">
            <Input
              type="number"
              inputMode="numeric"
              min={1}
              max={999}
              align="end"
              value={line.quantity}
              onChange={({ target }) =>
                change(line.key, { quantity: Math.min(999, Math.max(1, Math.trunc(Number(target.value)) || 1)) })
              }
            />
          </Field>
          <Field label="Price of one" className="w-36">
            <MoneyInput
              currency={currency}
              locale={locale}
              value={line.price_minor}
              onValueChange={(price_minor) => change(line.key, { price_minor })}
            />
          </Field>
          {tax_classes.length > 1 ? (
            <Field label="Tax class" className="w-40">
              <Select
                value={line.tax_class}
                options={tax_classes.map((value) => ({ value, label: value }))}
                onChange={({ target }) => change(line.key, { tax_class: target.value })}
              />
            </Field>
          ) : null}
          <IconButton
            label={`Remove line ${at + 1}`}
            icon={<Trash2 aria-hidden="true" />}
            disabled={lines.length === 1}
            onClick={() => onChange(lines.filter(({ key }) => key !== line.key))}
          />
        </div>
      ))}
      <Button className="self-start" icon={<Plus aria-hidden="true" />} disabled={lines.length >= most} onClick={add}>
        Add line
      </Button>
    </fieldset>
  );
}
