import { Skeleton, SkeletonRows } from "@/components/ui/data/skeleton";

export default function Loading() {
  return (
    <div role="status" aria-label="Loading the member">
      <div className="flex h-topbar items-center border-line border-b px-gutter">
        <Skeleton className="h-5 w-48" />
      </div>
      <div className="flex items-center gap-4 px-gutter py-4">
        <Skeleton className="size-16" />
        <div className="flex flex-col gap-2">
          <Skeleton className="h-6 w-56" />
          <Skeleton className="h-4 w-72" />
        </div>
      </div>
      <div className="px-gutter py-4">
        <SkeletonRows rows={6} />
      </div>
    </div>
  );
}
