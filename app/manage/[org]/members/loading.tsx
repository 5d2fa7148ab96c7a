import { Skeleton, SkeletonRows } from "@/components/ui/data/skeleton";

export default function Loading() {
  return (
    <div role="status" aria-label="Loading members">
      <div className="flex h-topbar items-center border-line border-b px-gutter">
        <Skeleton className="h-5 w-24" />
      </div>
      <div className="flex h-10 items-center gap-5 border-line border-b px-gutter">
        <Skeleton className="h-4 w-14" />
        <Skeleton className="h-4 w-20" />
        <Skeleton className="h-4 w-32" />
      </div>
      <div className="flex items-center border-line border-b px-gutter py-3">
        <Skeleton className="h-control w-70" />
      </div>
      <div className="px-gutter py-3">
        <SkeletonRows rows={12} avatar />
      </div>
    </div>
  );
}
