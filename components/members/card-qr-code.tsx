"use client";

import { useEffect, useState } from "react";
import { Skeleton } from "@/components/ui/data/skeleton";

/** The QR code of a card. The QR library loads on demand. */
export function CardQrCode({ code, className }: { code: string; className: string }) {
  const [source, setSource] = useState<string>();
  useEffect(() => {
    let is_mounted = true;
    import("./qr-data-url").then(async ({ qrDataUrl }) => {
      const image = await qrDataUrl(code);
      if (is_mounted) setSource(image);
    });
    return () => {
      is_mounted = false;
    };
  }, [code]);
  if (!source) return <Skeleton className={className} />;
  // biome-ignore lint/performance/noImgElement: generated in the browser
  return <img src={source} alt="QR code of the card" className={className} />;
}
