"use client";

import { Button } from "@/components/ui/controls/button";
import { useSignOut } from "./use-sign-out";

export function SignOutLink() {
  const { isBusy, signOut } = useSignOut();
  return (
    <Button variant="quiet" size="sm" className="-mr-2.5" busy={isBusy} onClick={signOut}>
      Sign out
    </Button>
  );
}
