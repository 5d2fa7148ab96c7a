"use client";

import { Calendar } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { Button } from "@/components/ui/controls/button";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Popover } from "@/components/ui/overlays/popover";

interface DateFilterProps {
  from: string | undefined;
  to: string | undefined;
  today: string;
}

/** A plain form: the address it leads to is the filter. */
export function DateFilter({ from, to, today }: DateFilterProps) {
  const search = useSearchParams();
  const others = [...search].filter(([name, value]) => value && !["from", "to", "cursor"].includes(name));
  return (
    <Popover
      label="Date"
      triggerClassName="ui-chip ui-chip-add"
      trigger={
        <span className="gap-1.5">
          <Calendar aria-hidden="true" />
          Date
        </span>
      }
    >
      <form method="get" className="flex w-60 flex-col gap-3">
        {others.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Field label="From">
          <Input type="date" name="from" defaultValue={from} max={today} />
        </Field>
        <Field label="To">
          <Input type="date" name="to" defaultValue={to} max={today} />
        </Field>
        <Button type="submit" variant="primary">
          Apply
        </Button>
      </form>
    </Popover>
  );
}
