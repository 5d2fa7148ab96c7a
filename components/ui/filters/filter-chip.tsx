import { X } from "lucide-react";
import { Link } from "@/components/ui/controls/link";

interface FilterChipProps {
  /** Status – is – Overdue */
  field: string;
  operator?: string;
  value: string;
  /** The address without this filter, or a handler. */
  removeHref?: string;
  onRemove?: () => void;
}

export function FilterChip({ field, operator = "is", value, removeHref, onRemove }: FilterChipProps) {
  const label = `Remove the filter ${field} ${operator} ${value}`;
  return (
    <span className="ui-chip">
      <span>{field}</span>
      <span>{operator}</span>
      <b>{value}</b>
      {removeHref ? (
        <Link href={removeHref} scroll={false} aria-label={label}>
          <X aria-hidden="true" />
        </Link>
      ) : (
        <button type="button" onClick={onRemove} aria-label={label}>
          <X aria-hidden="true" />
        </button>
      )}
    </span>
  );
}
