"use client";

import { useEffect, useRef, useState } from "react";
import { BrandScope } from "@/components/layout/brand-scope";
import { Mark } from "@/components/layout/mark";
import { Button } from "@/components/ui/controls/button";
import { Badge } from "@/components/ui/data/badge";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { contrastOf } from "./contrast";

interface BrandFieldProps {
  value: string;
  onValueChange: (color: string) => void;
  error: string | undefined;
  gym_name: string;
}

const hexColor = /^#[0-9a-f]{6}$/i;
const suggestions = ["#0d6b68", "#12264f", "#5b3df5", "#d61f69", "#e2470f", "#f28a1c", "#2f7d32", "#1f1f1f"];

export function BrandField({ value, onValueChange, error, gym_name }: BrandFieldProps) {
  const shown = hexColor.test(value) ? value.toLowerCase() : "#0d6b68";
  return (
    <div className="mt-3 grid gap-6 lg:grid-cols-[320px_1fr]">
      <div className="flex flex-col gap-3">
        <Field
          label="Colour"
          error={error}
          hint="If a colour is too light or too dark for text, a similar shade is used"
        >
          <Input
            value={value}
            maxLength={7}
            spellCheck={false}
            onChange={({ target }) => onValueChange(target.value)}
            suffix={
              <input
                type="color"
                aria-label="Pick a colour"
                className="h-5 w-7 cursor-pointer border-0 bg-transparent p-0"
                value={shown}
                onChange={({ target }) => onValueChange(target.value)}
              />
            }
          />
        </Field>
        <div className="flex flex-wrap gap-2">
          {suggestions.map((color) => (
            <button
              key={color}
              type="button"
              aria-label={`Use ${color}`}
              aria-pressed={color === shown}
              className="size-7 rounded-control border border-line-strong touch:size-touch"
              style={{ background: color }}
              onClick={() => onValueChange(color)}
            />
          ))}
        </div>
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        <Preview theme="light" brand={shown} gym_name={gym_name} />
        <Preview theme="dark" brand={shown} gym_name={gym_name} />
      </div>
    </div>
  );
}

function Preview({ theme, brand, gym_name }: { theme: "light" | "dark"; brand: string; gym_name: string }) {
  const box = useRef<HTMLDivElement>(null);
  const [measured, setMeasured] = useState<{ fill: number; link: number } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rendered colours depend on the brand
  useEffect(() => {
    // Waits until the colour transition of the button has ended.
    const timer = setTimeout(() => {
      const fill = contrastOf(box.current?.querySelector("button"));
      const link = contrastOf(box.current?.querySelector("[data-link]"), box.current);
      setMeasured(fill && link ? { fill, link } : null);
    }, 300);
    return () => clearTimeout(timer);
  }, [brand, theme]);
  return (
    <BrandScope brand={brand} theme={theme}>
      <div ref={box} className="flex flex-col gap-4 rounded-sheet border border-line bg-surface p-4 text-ink-2">
        <div className="flex items-center gap-2">
          <Mark name={gym_name} />
          <b className="truncate font-strong text-ink">{gym_name}</b>
          <span className="ml-auto text-12 text-ink-3">{theme === "light" ? "Light" : "Dark"}</span>
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <Button variant="primary" tabIndex={-1}>
            Renew
          </Button>
          <span data-link="" className="font-medium text-brand-text">
            View all
          </span>
          <Badge tone="good">Active</Badge>
        </div>
        <div className="flex h-10 items-end gap-1" aria-hidden="true">
          {[40, 65, 50, 90, 75, 100, 60].map((height) => (
            <i key={height} className="w-4 rounded-check bg-brand-mark" style={{ height: `${height}%` }} />
          ))}
        </div>
        <p className="text-12 text-ink-3" aria-live="polite">
          {measured
            ? `Button text ${ratio(measured.fill)}, links ${ratio(measured.link)}: ${Math.min(measured.fill, measured.link) >= 4.5 ? "good contrast" : "low contrast"}.`
            : "Measuring contrast"}
        </p>
      </div>
    </BrandScope>
  );
}

const ratio = (value: number) => `${value.toFixed(1)} : 1`;
