export interface ValueStyle {
  locale: string;
  /** Set when the values are amounts in minor units. */
  currency?: string;
}

/** Formats values: compact for the axis, exact for the table and the tooltip. */
export function chartValues({ locale, currency }: ValueStyle) {
  const money = currency ? { style: "currency" as const, currency } : {};
  const whole = new Intl.NumberFormat(locale, money);
  const short = new Intl.NumberFormat(locale, { ...money, notation: "compact", maximumFractionDigits: 1 });
  const unit = currency ? 10 ** (whole.resolvedOptions().maximumFractionDigits ?? 2) : 1;
  return {
    axis: (value: number) => short.format(value / unit),
    full: (value: number) => whole.format(value / unit),
  };
}
