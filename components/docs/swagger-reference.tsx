"use client";

import { ReferenceState } from "./reference-state";
import { useReference } from "./use-reference";

type SwaggerWindow = Window & { SwaggerUIBundle?: (options: Record<string, unknown>) => unknown };

export function SwaggerReference({ tag }: { tag: string }) {
  const { container, state } = useReference("/vendor/swagger-ui.js", (element) => {
    (window as SwaggerWindow).SwaggerUIBundle?.({
      url: `/api/openapi.json?tag=${encodeURIComponent(tag)}`,
      domNode: element,
      deepLinking: true,
      persistAuthorization: true,
      tryItOutEnabled: true,
      validatorUrl: null,
    });
  });
  return (
    <>
      <link rel="stylesheet" href="/vendor/swagger-ui.css" precedence="default" />
      <ReferenceState state={state} />
      <div ref={container} />
    </>
  );
}
