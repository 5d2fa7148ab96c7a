import { ButtonLink } from "@/components/ui/controls/button";

interface ChooseTillProps {
  organization: string;
  locations: readonly { id: string; name: string }[];
}

/** Each location has a till of its own. */
export function ChooseTill({ organization, locations }: ChooseTillProps) {
  return (
    <main className="mx-auto flex max-w-96 flex-col gap-3 px-4 py-16">
      <h1 className="font-strong text-26 text-ink">Which till?</h1>
      {locations.length > 0 ? (
        locations.map(({ id, name }) => (
          <ButtonLink
            key={id}
            size="touch"
            href={`/desk/${organization}/till?${new URLSearchParams({ location: id })}`}
          >
            {name}
          </ButtonLink>
        ))
      ) : (
        <p className="text-ink-3">Add a location first. Each location has a till.</p>
      )}
    </main>
  );
}
