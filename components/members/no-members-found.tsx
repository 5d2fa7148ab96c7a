import { Plus } from "lucide-react";
import { Fragment } from "react";
import { ButtonLink } from "@/components/ui/controls/button";
import { TextLink } from "@/components/ui/controls/text-link";
import { EmptyState } from "@/components/ui/data/empty-state";
import { fullName } from "@/lib/values/person-name";
import type { MemberQuery, MemberRow } from "./query";
import { statusLabels } from "./status-words";

interface NoMembersFoundProps {
  query: MemberQuery;
  location_name: string | null;
  /** Members who match the search term without the filters. */
  others: readonly MemberRow[];
  nameOfLocation: (id: string) => string;
  memberHref: (id: string) => string;
  clearHref: string;
  everywhereHref: string | null;
  addHref: string | null;
}

export function NoMembersFound(props: NoMembersFoundProps) {
  const { query, location_name, others, nameOfLocation, memberHref, clearHref, everywhereHref, addHref } = props;
  const { q, status } = query.filters;
  const kind =
    status?.length === 1 && status[0] && status[0] !== "none" ? `${statusLabels[status[0]].toLowerCase()} ` : "";
  const where = location_name ? ` in ${location_name}` : "";
  return (
    <EmptyState
      title={q ? `No ${kind}members${where} match “${q}”` : `No ${kind}members${where} match these filters`}
      actions={
        <>
          <ButtonLink href={clearHref}>Clear filters</ButtonLink>
          {everywhereHref ? <ButtonLink href={everywhereHref}>Search all locations</ButtonLink> : null}
          {addHref ? (
            <ButtonLink href={addHref} variant="primary" icon={<Plus aria-hidden="true" />}>
              {q ? `Add ${q}` : "New member"}
            </ButtonLink>
          ) : null}
        </>
      }
      after={
        others.length > 0 ? (
          <>
            Without filters:{" "}
            {others.map((member, index) => (
              <Fragment key={member.id}>
                {index > 0 ? (index === others.length - 1 ? " and " : ", ") : null}
                <TextLink href={memberHref(member.id)}>{fullName(member.first_name, member.last_name)}</TextLink> in{" "}
                {nameOfLocation(member.home_location_id)}
              </Fragment>
            ))}
            .
          </>
        ) : null
      }
    >
      {others.length > 0
        ? "There are matches without these filters."
        : q
          ? "Search by any part of a name, e-mail address, phone number or member code."
          : "Remove a filter to see more members."}
    </EmptyState>
  );
}
