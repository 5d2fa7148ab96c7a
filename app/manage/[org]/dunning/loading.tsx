import { Skeleton, SkeletonRows } from "@/components/ui/data/skeleton";

export default function Loading() {
  return (
    <div role="status" aria-label="Loading failed payments">
      <div className="flex h-topbar items-center border-line border-b px-gutter">
        <Skeleton className="h-5 w-40" />
      </div>
      <div className="border-line border-b px-gutter py-4">
        <Skeleton className="h-5 w-80" />
      </div>
      <div className="px-gutter py-3">
        <SkeletonRows rows={8} />
      </div>
    </div>
  );
}
