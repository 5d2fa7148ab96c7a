import { TextLink } from "@/components/ui/controls/text-link";
import { type Description, DescriptionList } from "@/components/ui/data/description-list";
import type { Membership } from "./membership";

interface RelationsProps {
  membership: Membership;
  /** The plan names of the member's memberships, by their ids. */
  names: ReadonlyMap<string, string>;
  /** The address of the organization. */
  base: string;
}

/** Who pays, and what came before and after. */
export function Relations({ membership, names, base }: RelationsProps) {
  const { payer, renewed_from_id, renewed_by_id, member_id } = membership;
  const other = (id: string) => (
    <TextLink href={`${base}/members/${member_id}?${new URLSearchParams({ tab: "memberships", membership: id })}`}>
      {names.get(id) ?? "Membership"}
    </TextLink>
  );
  const items: Description[] = [
    ...(payer
      ? [
          {
            term: "Paid by",
            detail: (
              <TextLink
                href={
                  payer.kind === "member"
                    ? `${base}/members/${payer.id}`
                    : `${base}/settings/billing/companies?edit=${payer.id}`
                }
              >
                {payer.name}
              </TextLink>
            ),
          },
        ]
      : []),
    ...(renewed_from_id ? [{ term: "Renews", detail: other(renewed_from_id) }] : []),
    ...(renewed_by_id ? [{ term: "Renewed by", detail: other(renewed_by_id) }] : []),
  ];
  return items.length > 0 ? <DescriptionList items={items} /> : null;
}
