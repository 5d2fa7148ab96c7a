import { useEffect, useRef, useState } from "react";
import { loadScript } from "./load-script";

type State = "loading" | "rendered" | "failed";

/** Loads a script and lets it render into a container element. */
export function useReference(script: string, render: (container: HTMLDivElement) => void) {
  const container = useRef<HTMLDivElement>(null);
  const currentRender = useRef(render);
  const [state, setState] = useState<State>("loading");
  useEffect(() => {
    let isUnmounted = false;
    loadScript(script).then(
      () => {
        if (isUnmounted || !container.current) return;
        currentRender.current(container.current);
        setState("rendered");
      },
      () => setState("failed"),
    );
    return () => {
      isUnmounted = true;
    };
  }, [script]);
  return { container, state };
}
