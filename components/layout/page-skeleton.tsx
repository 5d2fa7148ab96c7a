import { Skeleton, SkeletonRows } from "@/components/ui/data/skeleton";
import { type PageShape, shapeOf } from "./page-shape";

/** Stands in for a page that loads, with its heights, so that nothing moves when the page comes. */
export function PageSkeleton({ pathname }: { pathname: string }) {
  const Shape = shapes[shapeOf(pathname)];
  return (
    <div role="status" aria-label="Loading" className="ly-pending">
      <div>
        <Shape />
      </div>
    </div>
  );
}

const shapes: Record<PageShape, () => React.ReactNode> = {
  dashboard: Dashboard,
  list: List,
  record: RecordPage,
  form: Form,
  own: Own,
};

function Header() {
  return (
    <div className="flex h-topbar items-center border-line border-b px-gutter">
      <Skeleton className="h-5 w-40" />
    </div>
  );
}

function Dashboard() {
  return (
    <>
      <Header />
      <div className="grid lg:grid-cols-[7fr_13fr]">
        <div className="flex h-73 flex-col gap-4 px-gutter py-6">
          <Skeleton className="h-4 w-28" />
          <Skeleton className="h-14 w-36" />
          <Skeleton className="h-2 w-full" />
          <Skeleton className="h-4 w-3/4" />
        </div>
        <div className="flex h-73 flex-col gap-4 px-gutter py-6">
          <Skeleton className="h-4 w-28" />
          <Skeleton className="h-48 w-full" />
        </div>
      </div>
      <div className="grid grid-cols-2 border-line border-y md:grid-cols-5">
        {Array.from({ length: 10 }, (_, figure) => figure).map((figure) => (
          <div key={figure} className="flex h-23 flex-col justify-center gap-2 px-gutter">
            <Skeleton className="h-3 w-24" />
            <Skeleton className="h-7 w-16" />
            <Skeleton className="h-3 w-20" />
          </div>
        ))}
      </div>
      <div className="grid lg:grid-cols-3">
        {["inactive", "ending", "recent"].map((list) => (
          <div key={list} className="py-6">
            <SkeletonRows rows={5} avatar />
          </div>
        ))}
      </div>
    </>
  );
}

function List() {
  return (
    <>
      <Header />
      <div className="flex h-10 items-center gap-5 border-line border-b px-gutter">
        <Skeleton className="h-4 w-14" />
        <Skeleton className="h-4 w-20" />
        <Skeleton className="h-4 w-32" />
      </div>
      <div className="flex items-center border-line border-b px-gutter py-3">
        <Skeleton className="h-control w-70" />
      </div>
      <SkeletonRows rows={16} avatar />
    </>
  );
}

function RecordPage() {
  return (
    <>
      <Header />
      <div className="flex items-center gap-4 px-gutter py-4">
        <Skeleton className="size-16" />
        <div className="flex flex-col gap-2">
          <Skeleton className="h-6 w-56" />
          <Skeleton className="h-4 w-72" />
        </div>
      </div>
      <SkeletonRows rows={8} />
    </>
  );
}

function Form() {
  return (
    <>
      <Header />
      <div className="flex max-w-160 flex-col gap-6 px-gutter py-6">
        {["first", "second", "third", "fourth", "fifth"].map((field) => (
          <div key={field} className="flex flex-col gap-2">
            <Skeleton className="h-4 w-28" />
            <Skeleton className="h-control w-full" />
          </div>
        ))}
      </div>
    </>
  );
}

function Own() {
  return (
    <>
      <div className="mb-3 flex min-h-12 items-center">
        <Skeleton className="h-8 w-44" />
      </div>
      <Skeleton className="h-40 w-full rounded-wallet" />
      <Skeleton className="mt-4 h-14 w-full" />
      <Skeleton className="mt-2 h-14 w-full" />
    </>
  );
}
