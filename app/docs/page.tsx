import type { Metadata } from "next";
import { ApiConsole } from "@/components/docs/api-console";
import { ApiParts } from "@/components/docs/api-parts";
import { DocsShell } from "@/components/docs/docs-shell";
import { demoSignIn } from "@/lib/kernel/demo";
import { apiTags } from "@/lib/kernel/openapi";

export const metadata: Metadata = { title: "API reference" };

export default async function DocsPage({ searchParams }: { searchParams: Promise<{ tag?: string | string[] }> }) {
  const tags = apiTags();
  const { tag: wanted } = await searchParams;
  const tag = tags.find((name) => name === wanted) ?? "Members";
  return (
    <DocsShell page="/docs">
      <ApiParts page="/docs" tags={tags} tag={tag} />
      <ApiConsole tag={tag} demo={demoSignIn()} />
    </DocsShell>
  );
}
