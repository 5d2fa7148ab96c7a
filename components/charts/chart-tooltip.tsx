"use client";

interface ChartTooltipProps {
  title: string;
  lines: readonly { label: string; value: string }[];
}

export function ChartTooltip({ title, lines }: ChartTooltipProps) {
  return (
    <div className="ch-note">
      <b>{title}</b>
      {lines.map((line) => (
        <span key={line.label}>
          {line.label} {line.value}
        </span>
      ))}
    </div>
  );
}
