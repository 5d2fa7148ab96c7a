"use client";

import { useState } from "react";
import { useToast } from "@/components/ui/overlays/toast";
import { signOutOnWeb } from "./web-session";

/** Signs out with a full page load, so that no session data stays in memory. */
export function useSignOut(): { isBusy: boolean; signOut: () => void } {
  const [isBusy, setBusy] = useState(false);
  const { show } = useToast();
  const signOut = async () => {
    setBusy(true);
    try {
      await signOutOnWeb();
      window.location.assign("/sign-in");
    } catch (error) {
      setBusy(false);
      show({ tone: "bad", message: error instanceof Error ? error.message : "Sign-out failed. Try again." });
    }
  };
  return { isBusy, signOut: () => void signOut() };
}
