import { Skeleton } from "@/components/ui/data/skeleton";

export default function Loading() {
  return (
    <div role="status" aria-label="Loading">
      <div className="mb-3 flex min-h-12 items-center">
        <Skeleton className="h-8 w-44" />
      </div>
      <Skeleton className="h-40 w-full rounded-wallet" />
      <Skeleton className="mt-4 h-14 w-full" />
      <Skeleton className="mt-2 h-14 w-full" />
    </div>
  );
}
