"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useKeys } from "@/components/billing/use-keys";
import { KeyCap } from "@/components/ui/controls/key-cap";
import { rememberedList } from "./list-place";

/** J and K: the next and the previous invoice of the list from which this one was opened. */
export function ListSteps({ base, id }: { base: string; id: string }) {
  const router = useRouter();
  const [ids, setIds] = useState<readonly string[]>([]);
  useEffect(() => setIds(rememberedList(base)), [base]);
  const at = ids.indexOf(id);
  const goTo = (other: string | undefined) => (other ? () => router.push(`${base}/${other}`) : undefined);
  const previous = goTo(at > 0 ? ids[at - 1] : undefined);
  const next = goTo(at >= 0 ? ids[at + 1] : undefined);
  useKeys({ j: next, k: previous });
  if (at < 0 || ids.length < 2) return null;
  return (
    <span className="flex items-center gap-2 whitespace-nowrap text-12 text-ink-3 max-md:hidden">
      {`${at + 1} of ${ids.length}`}
      <Step label="Previous invoice" keyCap="K" icon={<ChevronUp aria-hidden="true" />} onStep={previous} />
      <Step label="Next invoice" keyCap="J" icon={<ChevronDown aria-hidden="true" />} onStep={next} />
    </span>
  );
}

function Step(props: { label: string; keyCap: string; icon: React.ReactNode; onStep: (() => void) | undefined }) {
  const { label, keyCap, icon, onStep } = props;
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={!onStep}
      onClick={onStep}
      className="flex items-center gap-0.5 disabled:opacity-50"
    >
      {icon}
      <KeyCap>{keyCap}</KeyCap>
    </button>
  );
}
