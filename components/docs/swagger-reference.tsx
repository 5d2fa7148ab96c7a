"use client";

import { useEffect, useRef } from "react";
import { loadScript } from "./load-script";

type SwaggerWindow = Window & { SwaggerUIBundle?: (options: Record<string, unknown>) => unknown };

export function SwaggerReference() {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let isGone = false;
    void loadScript("/vendor/swagger-ui.js").then(() => {
      if (isGone) return;
      (window as SwaggerWindow).SwaggerUIBundle?.({
        url: "/api/openapi.json",
        domNode: place.current,
        deepLinking: true,
        persistAuthorization: true,
        tryItOutEnabled: true,
        validatorUrl: null,
      });
    });
    return () => {
      isGone = true;
    };
  }, []);
  return (
    <>
      <link rel="stylesheet" href="/vendor/swagger-ui.css" precedence="default" />
      <div ref={place} />
    </>
  );
}
