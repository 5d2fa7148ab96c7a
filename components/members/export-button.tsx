"use client";

import { Download } from "lucide-react";
import { Button } from "@/components/ui/controls/button";

/** Downloads the export. The URL contains the organization, because a download sends no custom headers. */
export function ExportButton({ href }: { href: string }) {
  return (
    <Button icon={<Download aria-hidden="true" />} onClick={() => window.location.assign(href)}>
      Export
    </Button>
  );
}
