import { classNames } from "@/components/ui/class-names";

/** Pass the size of the content that is loading, such as className="h-5 w-16". */
export function Skeleton({ className }: { className?: string }) {
  return <span className={classNames("ui-skeleton", className)} aria-hidden="true" />;
}

const widths = ["w-32", "w-24", "w-40", "w-28", "w-36"];

export function SkeletonRows({ rows = 8, avatar = false }: { rows?: number; avatar?: boolean }) {
  return (
    <div role="status" aria-label="Loading">
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <div key={row} className="flex h-row items-center gap-3 border-b border-line px-gutter max-md:h-row-phone">
          {avatar ? <Skeleton className="size-7 rounded-full" /> : null}
          <Skeleton className={widths[row % widths.length]} />
          <Skeleton className="ml-auto h-5 w-16" />
        </div>
      ))}
    </div>
  );
}
