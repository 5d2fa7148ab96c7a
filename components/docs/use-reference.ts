import { useEffect, useRef, useState } from "react";
import { loadScript } from "./load-script";

type State = "loading" | "drawn" | "failed";

/** Loads a drawing library of ours and lets it draw into a place on the page. */
export function useReference(script: string, draw: (place: HTMLDivElement) => void) {
  const place = useRef<HTMLDivElement>(null);
  const drawing = useRef(draw);
  const [state, setState] = useState<State>("loading");
  useEffect(() => {
    let isGone = false;
    loadScript(script).then(
      () => {
        if (isGone || !place.current) return;
        drawing.current(place.current);
        setState("drawn");
      },
      () => setState("failed"),
    );
    return () => {
      isGone = true;
    };
  }, [script]);
  return { place, state };
}
