import { Skeleton } from "@/components/ui/data/skeleton";

export function ChartSkeleton() {
  return <Skeleton className="h-full w-full rounded-control" />;
}
