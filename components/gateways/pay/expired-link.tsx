import { Hourglass } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/controls/link";

/** Shows no bill and names no gym. `children`: what can be done here. */
export function ExpiredLink({ children }: { children?: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-2 pt-10 text-center">
      <span className="mb-3 grid size-22 place-items-center rounded-full bg-warn-bg text-warn-text">
        <Hourglass aria-hidden="true" className="size-11" />
      </span>
      <h1 tabIndex={-1} className="text-26 font-strong text-ink">
        This link does not work any more
      </h1>
      <p className="text-16 text-balance text-ink-3">
        It has expired or is not complete. For your safety it shows no bill. Nothing was charged.
      </p>
      {children ?? <p className="text-16 text-balance text-ink-3">Ask the gym for a new one, or pay at the desk.</p>}
      <Link href="/sign-in" className="mt-4 flex min-h-12 items-center text-brand-text underline">
        Sign in and pay there
      </Link>
    </div>
  );
}
