import type { ReactNode } from "react";
import { Callout } from "@/components/ui/data/callout";

/** What the server refused and no field can answer for. */
export function FormError({ message, children }: { message: string | undefined; children?: ReactNode }) {
  if (!message) return null;
  return (
    <Callout tone="bad" role="alert">
      {message}
      {children}
    </Callout>
  );
}
