export interface LegendItem {
  label: string;
  mark: "fill" | "line" | "brand-line" | "dashed" | "outline";
}

export function Legend({ items }: { items: readonly LegendItem[] }) {
  return (
    <ul className="ch-legend">
      {items.map((item) => (
        <li key={item.label}>
          <i data-mark={item.mark} aria-hidden="true" />
          {item.label}
        </li>
      ))}
    </ul>
  );
}
