"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";

/** Renders its children, and so loads their code, shortly before they come into view. */
export function WhenSeen({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);

  useEffect(() => {
    if (seen || !place.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setSeen(true);
      },
      { rootMargin: "200px" },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [seen]);

  return (
    <div ref={place} className="h-full">
      {seen ? children : null}
    </div>
  );
}
