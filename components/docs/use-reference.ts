import { useEffect, useRef, useState } from "react";
import { loadScript } from "./load-script";

type State = "loading" | "rendered" | "failed";

/** Loads a script and lets it render into a container element. */
export function useReference(script: string, render: (container: HTMLDivElement) => void | Promise<void>) {
  const container = useRef<HTMLDivElement>(null);
  const currentRender = useRef(render);
  const [state, setState] = useState<State>("loading");
  useEffect(() => {
    let isUnmounted = false;
    async function show() {
      await loadScript(script);
      if (isUnmounted || !container.current) return;
      await currentRender.current(container.current);
      if (!isUnmounted) setState("rendered");
    }
    show().catch(() => setState("failed"));
    return () => {
      isUnmounted = true;
    };
  }, [script]);
  return { container, state };
}
