"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { ownAddress } from "@/lib/values/own-address";

/** Asks for confirmation before links and the browser leave a form with unsaved changes. */
export function useLeaveWarning(is_dirty: boolean) {
  const router = useRouter();
  const [target, setTarget] = useState<string | null>(null);
  const is_released = useRef(false);

  useEffect(() => {
    if (!is_dirty) return;
    function onBeforeUnload(event: BeforeUnloadEvent) {
      if (!is_released.current) event.preventDefault();
    }
    function onClick(event: MouseEvent) {
      if (is_released.current || event.defaultPrevented || event.button !== 0) return;
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      const link = (event.target as Element | null)?.closest?.("a[href]") as HTMLAnchorElement | null;
      if (!link || link.target || link.origin !== window.location.origin) return;
      event.preventDefault();
      event.stopPropagation();
      setTarget(ownAddress(link.pathname + link.search + link.hash));
    }
    window.addEventListener("beforeunload", onBeforeUnload);
    document.addEventListener("click", onClick, true);
    return () => {
      window.removeEventListener("beforeunload", onBeforeUnload);
      document.removeEventListener("click", onClick, true);
    };
  }, [is_dirty]);

  return {
    is_asking: target !== null,
    stay: () => setTarget(null),
    leave: () => {
      is_released.current = true;
      if (target) router.push(target);
    },
    /** Disables the warning after the changes were saved. */
    release: () => {
      is_released.current = true;
    },
  };
}
