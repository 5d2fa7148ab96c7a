"use client";

import { useEffect, useState } from "react";
import { Skeleton } from "@/components/ui/data/skeleton";

/** Draws a card's code; the drawing code loads when a card is shown. */
export function QrPicture({ code, className }: { code: string; className: string }) {
  const [source, setSource] = useState<string>();
  useEffect(() => {
    let is_wanted = true;
    import("./draw-qr").then(async ({ qrPicture }) => {
      const drawn = await qrPicture(code);
      if (is_wanted) setSource(drawn);
    });
    return () => {
      is_wanted = false;
    };
  }, [code]);
  if (!source) return <Skeleton className={className} />;
  // biome-ignore lint/performance/noImgElement: drawn here, nothing to optimise
  return <img src={source} alt="QR code of the card" className={className} />;
}
