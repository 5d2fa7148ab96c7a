"use client";

import { LogOut } from "lucide-react";
import { useState } from "react";
import { MenuItem } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import { signOutOnWeb } from "./web-session";

/** The last line of the user's menu. Loads the sign-in page anew, so that nothing of the session stays in memory. */
export function SignOutButton() {
  const [isBusy, setBusy] = useState(false);
  const { show } = useToast();
  const signOut = async () => {
    setBusy(true);
    try {
      await signOutOnWeb();
      window.location.assign("/sign-in");
    } catch (error) {
      setBusy(false);
      show({ tone: "bad", message: error instanceof Error ? error.message : "Signing out did not work. Try again." });
    }
  };
  return (
    <MenuItem icon={<LogOut aria-hidden="true" />} disabled={isBusy} onSelect={() => void signOut()}>
      Sign out
    </MenuItem>
  );
}
