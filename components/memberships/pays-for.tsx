import { Row, RowList } from "@/components/ui/data/row-list";
import { Section } from "@/components/ui/data/section";
import type { Membership } from "./membership";
import type { DateContext } from "./plans/wording";
import { nextEventText } from "./wording";

interface PaysForProps {
  /** Of the payer. */
  name: string;
  memberships: readonly Membership[];
  reader: DateContext;
  hrefOf: (membership: Membership) => string;
}

/** J2: the memberships of others that a payer pays for. */
export function PaysFor({ name, memberships, reader, hrefOf }: PaysForProps) {
  if (memberships.length === 0) return null;
  return (
    <Section title={`${name} pays for`}>
      <RowList label={`${name} pays for`}>
        {memberships.map((membership) => (
          <Row
            key={membership.id}
            title={`${membership.member_name}, ${membership.plan_name}`}
            href={hrefOf(membership)}
            subtitle={nextEventText(membership, reader)}
          />
        ))}
      </RowList>
    </Section>
  );
}
