"use client";

import { type Ref, useState } from "react";
import { Input, type InputProps } from "@/components/ui/forms/input";
import { type Currency, parseMajor, toMajorText } from "@/lib/values/money";

type MoneyInputProps = Omit<InputProps, "value" | "onChange" | "prefix" | "align" | "inputMode"> & {
  currency: string;
  locale: string;
  /** Minor units; null while the text is not a valid amount. */
  value: number | null;
  onValueChange: (minor: number | null) => void;
  ref?: Ref<HTMLInputElement>;
};

export function MoneyInput({ currency, locale, value, onValueChange, ...rest }: MoneyInputProps) {
  const code = currency as Currency;
  const [typed, setTyped] = useState<string | null>(null);
  const mark = decimalMark(locale);
  const shown = value === null ? "" : toMajorText(value, code).replace(".", mark);
  return (
    <Input
      {...rest}
      prefix={symbolOf(currency, locale)}
      align="end"
      inputMode="decimal"
      value={typed ?? shown}
      onChange={(event) => {
        setTyped(event.target.value);
        onValueChange(parseMajor(event.target.value, code, { decimal: mark }));
      }}
      onBlur={() => {
        // A valid amount is formatted. Invalid text stays, so that it can be corrected.
        if (value !== null) setTyped(null);
      }}
    />
  );
}

function decimalMark(locale: string): "." | "," {
  const mark = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === "decimal")?.value;
  return mark === "," ? "," : ".";
}

const symbolOf = (currency: string, locale: string) =>
  new Intl.NumberFormat(locale, { style: "currency", currency })
    .formatToParts(0)
    .find(({ type }) => type === "currency")?.value ?? currency;
