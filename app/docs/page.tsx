import type { Metadata } from "next";
import { ApiParts } from "@/components/docs/api-parts";
import { SwaggerReference } from "@/components/docs/swagger-reference";
import { apiTags } from "@/lib/kernel/openapi";

export const metadata: Metadata = { title: "API reference" };

/** Swagger UI renders its own `<main>`. */
export default async function DocsPage({ searchParams }: { searchParams: Promise<{ tag?: string | string[] }> }) {
  const tags = apiTags();
  const { tag: wanted } = await searchParams;
  const tag = tags.find((name) => name === wanted) ?? "Members";
  return (
    <div className="bg-white" data-theme="light">
      <header>
        <h1 className="sr-only">API reference</h1>
        <ApiParts page="/docs" tags={tags} tag={tag} />
      </header>
      <SwaggerReference tag={tag} />
    </div>
  );
}
