"use client";

import { Download } from "lucide-react";
import { Button } from "@/components/ui/controls/button";

/** Leads the browser to the file; the address names the organization, since a download sends no headers. */
export function ExportButton({ href }: { href: string }) {
  return (
    <Button icon={<Download aria-hidden="true" />} onClick={() => window.location.assign(href)}>
      Export
    </Button>
  );
}
