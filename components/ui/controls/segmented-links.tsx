import { classNames } from "@/components/ui/class-names";
import { Link } from "./link";

interface SegmentedLinksProps {
  label: string;
  items: readonly { label: string; href: string }[];
  current: string;
  size?: "sm" | "md";
  className?: string;
}

/** A segmented control whose state is in the URL. */
export function SegmentedLinks({ label, items, current, size = "md", className }: SegmentedLinksProps) {
  return (
    <nav aria-label={label} className={classNames("ui-segmented", className)} data-size={size}>
      {items.map((item) => (
        <Link key={item.href} href={item.href} scroll={false} aria-current={item.href === current ? "true" : undefined}>
          {item.label}
        </Link>
      ))}
    </nav>
  );
}
