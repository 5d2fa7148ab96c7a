"use client";

import { useId } from "react";
import { classNames } from "@/components/ui/class-names";

interface Segment {
  value: string;
  label: string;
}

interface SegmentedProps {
  label: string;
  options: readonly Segment[];
  value: string;
  onValueChange: (value: string) => void;
  size?: "sm" | "md";
  className?: string;
}

export function Segmented({ label, options, value, onValueChange, size = "md", className }: SegmentedProps) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={classNames("ui-segmented", className)} data-size={size}>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onValueChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
