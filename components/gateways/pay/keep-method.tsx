"use client";

import { Segmented } from "@/components/ui/controls/segmented";
import { Checkbox } from "@/components/ui/forms/checkbox";

export type MandateKind = "card" | "upi";

interface KeepMethodProps {
  checked: boolean;
  /** A payment that was begun keeps what was chosen then. */
  isFixed: boolean;
  onCheckedChange: (checked: boolean) => void;
  /** K11: of rupees, the most that one debit may be. Null elsewhere. */
  maximum: string | null;
  /** Where the gateway registers each kind in its own way. */
  kind: MandateKind | null;
  onKindChange: (kind: MandateKind) => void;
}

/** Whether later bills are charged to the same method. */
export function KeepMethod({ checked, isFixed, onCheckedChange, maximum, kind, onKindChange }: KeepMethodProps) {
  return (
    <>
      <Checkbox
        label={maximum ? "Pay the next bills automatically" : "Use this for the next bills"}
        hint={maximum ? `Up to ${maximum} a bill. Your bank asks once and tells you a day before.` : undefined}
        className="min-h-12"
        checked={checked}
        disabled={isFixed}
        onChange={({ target }) => onCheckedChange(target.checked)}
      />
      {checked && kind ? <MandateKinds kind={kind} onKindChange={onKindChange} /> : null}
    </>
  );
}

export function MandateKinds({ kind, onKindChange }: Pick<KeepMethodProps, "onKindChange"> & { kind: MandateKind }) {
  return (
    <Segmented
      label="What the next bills are charged to"
      options={[
        { value: "upi", label: "UPI" },
        { value: "card", label: "Card" },
      ]}
      value={kind}
      onValueChange={(value) => onKindChange(value as MandateKind)}
    />
  );
}
