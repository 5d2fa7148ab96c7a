import type { Metadata } from "next";
import { ApiParts } from "@/components/docs/api-parts";
import { DocsShell } from "@/components/docs/docs-shell";
import { RedocReference } from "@/components/docs/redoc-reference";
import { apiTags } from "@/lib/kernel/openapi";

export const metadata: Metadata = { title: "API reference" };

export default async function RedocPage({ searchParams }: { searchParams: Promise<{ tag?: string | string[] }> }) {
  const tags = apiTags();
  const { tag: wanted } = await searchParams;
  const tag = tags.find((name) => name === wanted) ?? "Members";
  return (
    <DocsShell page="/redoc">
      <ApiParts page="/redoc" tags={tags} tag={tag} />
      <main>
        <RedocReference key={tag} tag={tag} />
      </main>
    </DocsShell>
  );
}
