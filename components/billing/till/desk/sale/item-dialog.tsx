"use client";

import { useState } from "react";
import type { TillContext } from "@/components/billing/till/desk/till-context";
import { MoneyInput } from "@/components/memberships/plans/money-input";
import { Button } from "@/components/ui/controls/button";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Select } from "@/components/ui/forms/select";
import { Dialog } from "@/components/ui/overlays/dialog";
import { formatMoney } from "@/lib/values/money";
import type { WrittenItem } from "./basket";

interface ItemDialogProps {
  context: TillContext;
  tax_classes: readonly string[];
  onAdd: (item: WrittenItem) => void;
  onClose: () => void;
}

/** Something that is no plan: a towel, a drink, a key that was lost. */
export function ItemDialog({ context, tax_classes, onAdd, onClose }: ItemDialogProps) {
  const { currency, locale } = context;
  const [description, setDescription] = useState("");
  const [price_minor, setPrice] = useState<number | null>(null);
  const [quantity, setQuantity] = useState(1);
  const [tax_class, setTaxClass] = useState(tax_classes[0] ?? "membership");
  const isReady = description.trim() !== "" && price_minor !== null && price_minor > 0;
  return (
    <Dialog open onClose={onClose} title="Add an item">
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isReady) return;
          onAdd({ description: description.trim(), price_minor, quantity, tax_class });
          onClose();
        }}
      >
        <Field label="What" hint="Stands on the invoice">
          <Input
            size="touch"
            value={description}
            maxLength={200}
            onChange={({ target }) => setDescription(target.value)}
          />
        </Field>
        <div className="grid grid-cols-[1fr_6rem] gap-3">
          <Field label="Price of one, with tax">
            <MoneyInput size="touch" currency={currency} locale={locale} value={price_minor} onValueChange={setPrice} />
          </Field>
          <Field label="How many">
            <Input
              size="touch"
              type="number"
              inputMode="numeric"
              min={1}
              max={999}
              align="end"
              value={quantity}
              onChange={({ target }) => setQuantity(Math.min(999, Math.max(1, Math.trunc(Number(target.value)) || 1)))}
            />
          </Field>
        </div>
        {tax_classes.length > 1 ? (
          <Field label="Tax class">
            <Select
              size="touch"
              value={tax_class}
              options={tax_classes.map((value) => ({ value, label: value }))}
              onChange={({ target }) => setTaxClass(target.value)}
            />
          </Field>
        ) : null}
        <div className="ui-dialog-actions">
          <Button size="touch" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" size="touch" variant="primary" disabled={!isReady}>
            {isReady ? `Add ${formatMoney(price_minor * quantity, currency, locale)}` : "Add"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
