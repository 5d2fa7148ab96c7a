import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/controls/button";
import { TextLink } from "@/components/ui/controls/text-link";
import { Avatar } from "@/components/ui/data/avatar";
import { Row, RowList } from "@/components/ui/data/row-list";
import { Section } from "@/components/ui/data/section";

export type PeopleListItem = {
  id: string;
  name: string;
  photo: string | null;
  href?: string | undefined;
  detail: string;
  end?: ReactNode;
  /** What to do for this person next, on the page where it is done. */
  action?: { label: string; href: string } | undefined;
};

interface PeopleListProps {
  title: string;
  meta?: ReactNode;
  people: readonly PeopleListItem[];
  /** Shown instead of an empty list. */
  empty: string;
  all?: { href: string; label: string };
}

export function PeopleList({ title, meta, people, empty, all }: PeopleListProps) {
  return (
    <Section
      title={title}
      meta={meta}
      action={all ? <TextLink href={all.href}>{all.label}</TextLink> : undefined}
      className="px-gutter py-4"
    >
      {people.length === 0 ? (
        <p className="py-3 text-ink-3">{empty}</p>
      ) : (
        <RowList label={title}>
          {people.map((person) => (
            <Row
              key={person.id}
              lead={<Avatar name={person.name} src={person.photo} size="md" />}
              title={person.name}
              {...(person.href ? { href: person.href } : {})}
              subtitle={person.detail}
              end={
                person.action ? (
                  <span className="flex flex-none items-center gap-2">
                    {person.end}
                    <ButtonLink
                      size="sm"
                      href={person.action.href}
                      aria-label={`${person.action.label}: ${person.name}`}
                    >
                      {person.action.label}
                    </ButtonLink>
                  </span>
                ) : (
                  person.end
                )
              }
            />
          ))}
        </RowList>
      )}
    </Section>
  );
}
