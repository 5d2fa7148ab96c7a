"use client";

import { Download } from "lucide-react";
import { Button, type ButtonSize } from "@/components/ui/controls/button";

/** The URL contains the organization, because a download sends no custom headers. */
export function PdfButton({ href, size, label = "PDF" }: { href: string; size?: ButtonSize; label?: string }) {
  return (
    <Button size={size} icon={<Download aria-hidden="true" />} onClick={() => window.location.assign(href)}>
      {label}
    </Button>
  );
}
