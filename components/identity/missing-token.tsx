import type { ReactNode } from "react";
import { TextLink } from "@/components/ui/controls/text-link";

/** Shown when a link from an email has no token or an invalid one. */
export function MissingToken({ children }: { children: ReactNode }) {
  return (
    <div className="flex flex-col gap-4">
      <h1>This link does not work</h1>
      <div className="text-16">{children}</div>
      <p className="text-14">
        <TextLink href="/sign-in">Back to sign in</TextLink>
      </p>
    </div>
  );
}
