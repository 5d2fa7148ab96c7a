import type { Metadata } from "next";
import { RedocReference } from "@/components/docs/redoc-reference";
import { apiTags } from "@/lib/kernel/openapi";

export const metadata: Metadata = { title: "API reference" };

/** One tag at a time: Redoc draws whatever it is given at once, and all operations take it ten seconds. */
export default async function RedocPage({ searchParams }: { searchParams: Promise<{ tag?: string | string[] }> }) {
  const tags = apiTags();
  const { tag: wanted } = await searchParams;
  const tag = tags.find((name) => name === wanted) ?? "Members";
  return (
    <main className="bg-white" data-theme="light">
      <nav aria-label="Parts of the API" className="border-line border-b p-4">
        <ul className="flex flex-wrap gap-x-4 gap-y-2 text-14">
          {tags.map((name) => (
            <li key={name}>
              <a
                href={`/redoc?tag=${encodeURIComponent(name)}`}
                aria-current={name === tag ? "page" : undefined}
                className="ui-link inline-block py-1 aria-[current]:font-strong aria-[current]:text-ink"
              >
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <RedocReference tag={tag} />
    </main>
  );
}
