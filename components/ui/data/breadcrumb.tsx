import { ChevronRight } from "lucide-react";
import { Link } from "@/components/ui/controls/link";

export interface Crumb {
  label: string;
  /** Omitted for the last item, the current page. */
  href?: string;
}

export function Breadcrumb({ items }: { items: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb" className="min-w-0">
      <ol className="ui-crumbs">
        {items.map((item, index) => (
          <li key={item.label}>
            {index > 0 ? <ChevronRight aria-hidden="true" /> : null}
            {item.href ? (
              <Link href={item.href}>{item.label}</Link>
            ) : (
              <span aria-current="page" className="truncate text-ink">
                {item.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
