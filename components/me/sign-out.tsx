"use client";

import { LogOut } from "lucide-react";
import { useSignOut } from "@/components/identity/use-sign-out";
import { Button } from "@/components/ui/controls/button";

export function SignOut() {
  const { isBusy, signOut } = useSignOut();
  return (
    <Button size="touch" full busy={isBusy} onClick={signOut} icon={<LogOut aria-hidden="true" />}>
      Sign out
    </Button>
  );
}
