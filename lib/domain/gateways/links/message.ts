import { sql } from "drizzle-orm";
import { linkSecrets } from "@/lib/domain/gateways/link-secrets";
import type { CurrentText, MessageDefinition } from "@/lib/domain/message-definition";
import type { OrganizationCtx } from "@/lib/kernel/operation";
import type { CalendarDay } from "@/lib/values/calendar-day";
import type { Variables, VariableWords } from "@/lib/values/message-variables";
import { linkTexts } from "./message-texts";

/** What the message of a link says. Its address is a secret, and stands in the text by its name. */
export type LinkFacts = { number: string; open_minor: number; currency: string; valid_until_on: CalendarDay };

export const linkVariables = ({ number, open_minor, currency, valid_until_on }: LinkFacts) => ({
  ...{ invoice_number: number, pay_link: "{{pay_link}}", valid_until_on },
  amount: ({ money }: VariableWords) => money(open_minor, currency),
});

/** P13: a link that has expired, or whose invoice was paid meanwhile, is not sent. The amount is that of the moment. */
const openLinks: CurrentText = {
  async current(ctx, all) {
    const found = await openLinksOf(
      ctx,
      all.flatMap(({ about_id }) => about_id ?? []),
    );
    return new Map<string, Variables>(
      all.flatMap(({ id, about_id }) => {
        const facts = about_id && found.get(about_id);
        return facts ? [[id, linkVariables(facts)] as const] : [];
      }),
    );
  },
};

export const paymentLinkKind: MessageDefinition = {
  texts: linkTexts,
  validity: openLinks,
  secrets: linkSecrets,
};

/** The facts of links that can still be paid, by link. */
export async function openLinksOf(
  { db, organization_id, now }: OrganizationCtx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LinkFacts>> {
  const { rows } = await db.execute<LinkFacts & { id: string }>(sql`
    select k.id, i.number, i.open_minor, i.currency, (k.expires_at at time zone l.time_zone)::date::text as valid_until_on
    from payment_links k
    join invoices i on i.organization_id = k.organization_id and i.id = k.invoice_id
    join locations l on l.organization_id = i.organization_id and l.id = i.location_id
    where k.organization_id = ${organization_id} and k.id = any(${sql.param([...ids])}::uuid[])
      and k.revoked_at is null and k.expires_at > ${now.toString()}::timestamptz
      and i.open_minor > 0 and i.voided_at is null`);
  return new Map(rows.map(({ id, ...facts }) => [id, { ...facts, open_minor: Number(facts.open_minor) }]));
}
