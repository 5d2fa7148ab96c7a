"use client";

import "./swagger.css";
import { type ApiDocument, withOwnIds } from "./own-ids";
import { ReferenceState } from "./reference-state";
import { useReference } from "./use-reference";

type Swagger = { preauthorizeApiKey(scheme: string, token: string): void };
type SwaggerWindow = Window & { SwaggerUIBundle?: (options: Record<string, unknown>) => Swagger };

interface SwaggerReferenceProps {
  tag: string;
  access_token: string | null;
}

export function SwaggerReference({ tag, access_token }: SwaggerReferenceProps) {
  const { container, state } = useReference("/vendor/swagger-ui.js", async (element) => {
    const spec = await readDocument(tag, access_token);
    const swagger = (window as SwaggerWindow).SwaggerUIBundle?.({
      spec,
      domNode: element,
      deepLinking: true,
      // The token is not stored.
      persistAuthorization: false,
      tryItOutEnabled: true,
      validatorUrl: null,
      onComplete: () => access_token && swagger?.preauthorizeApiKey("bearer", access_token),
    });
  });
  return (
    <>
      <link rel="stylesheet" href="/vendor/swagger-ui.css" precedence="default" />
      <ReferenceState state={state} />
      <div ref={container} className="docs-swagger" />
    </>
  );
}

async function readDocument(tag: string, access_token: string | null): Promise<ApiDocument> {
  const response = await fetch(`/api/openapi.json?tag=${encodeURIComponent(tag)}`);
  const document = (await response.json()) as ApiDocument;
  if (!access_token) return document;
  // The Canadian form is that of ISO 8601: 2026-03.
  const month = new Intl.DateTimeFormat("en-CA", { year: "numeric", month: "2-digit" }).format();
  return withOwnIds(document, month, async (list) => {
    const answer = await fetch(list, { credentials: "omit", headers: { authorization: `Bearer ${access_token}` } });
    if (!answer.ok) return null;
    const { data = [] } = (await answer.json()) as { data?: { id?: string }[] };
    return data[0]?.id ?? null;
  });
}
