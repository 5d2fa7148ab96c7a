"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";

/** Renders its children, and loads their code, shortly before they scroll into view. */
export function LazyRender({ children }: { children: ReactNode }) {
  const container = useRef<HTMLDivElement>(null);
  const [isVisible, setIsVisible] = useState(false);

  useEffect(() => {
    if (isVisible || !container.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setIsVisible(true);
      },
      { rootMargin: "200px" },
    );
    observer.observe(container.current);
    return () => observer.disconnect();
  }, [isVisible]);

  return (
    <div ref={container} className="h-full">
      {isVisible ? children : null}
    </div>
  );
}
