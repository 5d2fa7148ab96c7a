"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { ChartSkeleton } from "@/components/charts/chart-skeleton";
import { LazyRender } from "@/components/charts/lazy-render";
import { isTyping } from "@/components/ui/is-typing";

export interface MonthBar {
  month: string;
  /** "Dec" */
  tick: string;
  /** Of the month that begins a year. */
  tick_year: string | null;
  /** "December 2026" */
  title: string;
  href: string;
  /** In the major unit, without what is at risk. */
  certain: number;
  at_risk: number;
  one_off: number;
  lines: { label: string; value: string }[];
  /** Above the chosen bar and the highest one. */
  label: string | null;
  is_chosen: boolean;
  /** Its label would touch that of the chosen month where the drawing is narrow. */
  is_beside_chosen: boolean;
}

const Drawing = dynamic(() => import("./month-bars-drawing").then((module) => module.MonthBarsDrawing), {
  ssr: false,
  loading: ChartSkeleton,
});

interface MonthBarsProps {
  label: string;
  bars: readonly MonthBar[];
  locale: string;
  currency: string;
}

/** The table below has every figure, so the drawing is one picture to a screen reader. ← and → choose the month. */
export function MonthBars({ label, bars, locale, currency }: MonthBarsProps) {
  const router = useRouter();
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const step = event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : 0;
      if (step === 0 || isTyping(event)) return;
      const next = bars[bars.findIndex(({ is_chosen }) => is_chosen) + step];
      if (next) router.replace(next.href, { scroll: false });
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [bars, router]);
  return (
    <div role="img" aria-label={label} className="ch-frame h-52">
      <LazyRender>
        <Drawing
          bars={bars}
          locale={locale}
          currency={currency}
          choose={(href) => router.replace(href, { scroll: false })}
        />
      </LazyRender>
    </div>
  );
}
