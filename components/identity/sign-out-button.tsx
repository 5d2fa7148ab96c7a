"use client";

import { LogOut } from "lucide-react";
import { MenuItem } from "@/components/ui/overlays/menu";
import { useSignOut } from "./use-sign-out";

/** The last item of the user menu. */
export function SignOutButton() {
  const { isBusy, signOut } = useSignOut();
  return (
    <MenuItem icon={<LogOut aria-hidden="true" />} disabled={isBusy} onSelect={signOut}>
      Sign out
    </MenuItem>
  );
}
