import { Link } from "@/components/ui/controls/link";

interface ApiPartsProps {
  /** The page of the reference, such as /docs. */
  page: string;
  tags: readonly string[];
  tag: string;
}

/** The parts of the API as links. The references draw one part at a time: with all operations they need ten seconds. */
export function ApiParts({ page, tags, tag }: ApiPartsProps) {
  return (
    <nav aria-label="Parts of the API" className="border-line border-b px-gutter py-3">
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-13">
        {tags.map((name) => (
          <li key={name}>
            <Link
              href={`${page}?tag=${encodeURIComponent(name)}`}
              prefetch={false}
              aria-current={name === tag ? "page" : undefined}
              className="ui-link inline-block py-1 aria-[current]:font-strong aria-[current]:text-ink"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
