import { Check } from "lucide-react";

/** An illustration of an entry result at the front desk, with example data. */
export function LandingDesk() {
  return (
    <div
      aria-hidden="true"
      className="overflow-hidden rounded-dialog border border-line bg-good-solid text-on-good shadow-3"
    >
      <div className="flex items-center justify-between px-6 pt-5 text-13">
        <span>Front door</span>
        <span>5:42 pm</span>
      </div>
      <div className="flex items-center gap-6 px-6 py-12">
        <span className="grid size-20 shrink-0 place-items-center rounded-full bg-white text-good-solid">
          <Check className="size-10" />
        </span>
        <span className="flex min-w-0 flex-col gap-1">
          <span className="text-20">Come in</span>
          <span className="text-36 font-strong tracking-tight">Maya Okonkwo</span>
          <span className="text-16">Unlimited, visit 31</span>
        </span>
      </div>
      <div className="flex items-center justify-between bg-canvas px-6 py-4 text-14 text-ink" data-theme="dark">
        <span>In the gym now</span>
        <span className="text-26 font-medium">96</span>
      </div>
    </div>
  );
}
