"use client";

import { ChevronLeft, ChevronRight, Plus } from "lucide-react";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Link } from "@/components/ui/controls/link";
import { Input } from "@/components/ui/forms/input";
import { Popover } from "@/components/ui/overlays/popover";

export type FilterField = { name: string; label: string } & (
  | { kind: "options"; options: readonly { value: string; label: string }[]; many?: boolean }
  | { kind: "day"; hint: string }
);

/** First which field, then which value; each value is an address, so that a filter can be opened in a new tab. */
export function FilterMenu({ fields }: { fields: readonly FilterField[] }) {
  return (
    <Popover
      label="Add a filter"
      triggerClassName="ui-chip ui-chip-add"
      trigger={
        <span className="flex items-center gap-1.5">
          <Plus aria-hidden="true" />
          Filter
        </span>
      }
    >
      {(close) => <FilterChoice fields={fields} close={close} />}
    </Popover>
  );
}

function FilterChoice({ fields, close }: { fields: readonly FilterField[]; close: () => void }) {
  const [chosen, setChosen] = useState<FilterField | null>(null);
  if (!chosen) {
    return (
      <ul className="-m-1 w-56">
        {fields.map((field) => (
          <li key={field.name}>
            <Button variant="quiet" full className="justify-between" onClick={() => setChosen(field)}>
              {field.label}
              <ChevronRight aria-hidden="true" />
            </Button>
          </li>
        ))}
      </ul>
    );
  }
  return (
    <div className="-m-1 w-56">
      <Button
        variant="quiet"
        size="sm"
        autoFocus
        icon={<ChevronLeft aria-hidden="true" />}
        onClick={() => setChosen(null)}
      >
        {chosen.label}
      </Button>
      {chosen.kind === "day" ? <DayChoice field={chosen} close={close} /> : <Options field={chosen} close={close} />}
    </div>
  );
}

function useAddress() {
  const pathname = usePathname();
  const search = useSearchParams();
  return {
    valueOf: (name: string) => search.get(name) ?? "",
    with: (name: string, value: string) => {
      const next = new URLSearchParams(search);
      for (const gone of ["cursor", "at", "segment"]) next.delete(gone);
      if (value) next.set(name, value);
      else next.delete(name);
      return next.size > 0 ? `${pathname}?${next}` : pathname;
    },
  };
}

function Options({ field, close }: { field: FilterField & { kind: "options" }; close: () => void }) {
  const address = useAddress();
  const now = address.valueOf(field.name).split(",").filter(Boolean);
  if (field.options.length === 0) return <p className="px-3 py-2 text-ink-3">No options yet.</p>;
  return (
    <ul className="max-h-80 overflow-y-auto">
      {field.options.map(({ value, label }) => {
        const is_on = now.includes(value);
        const next = is_on ? now.filter((one) => one !== value) : field.many ? [...now, value] : [value];
        return (
          <li key={value}>
            <Link
              href={address.with(field.name, next.join(","))}
              scroll={false}
              onClick={close}
              aria-current={is_on ? "true" : undefined}
              className="flex h-control items-center gap-2 rounded-control px-3 text-ink hover:bg-surface-2 aria-[current]:font-strong touch:h-touch"
            >
              {label}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

function DayChoice({ field, close }: { field: FilterField & { kind: "day" }; close: () => void }) {
  const address = useAddress();
  const router = useRouter();
  return (
    <form
      className="flex flex-col gap-2 px-3 py-2"
      onSubmit={(event) => {
        event.preventDefault();
        const day = String(new FormData(event.currentTarget).get("day") ?? "");
        close();
        router.push(address.with(field.name, day), { scroll: false });
      }}
    >
      <p className="text-ink-3">{field.hint}</p>
      <Input type="date" name="day" aria-label={field.label} defaultValue={address.valueOf(field.name)} required />
      <Button type="submit">Filter</Button>
    </form>
  );
}
