import { cache } from "react";
import { pageCaller } from "@/app/page-caller";
import { TextLink } from "@/components/ui/controls/text-link";
import { Callout } from "@/components/ui/data/callout";
import { listLegalEntities } from "@/lib/domain/billing/entities";

const entitiesOf = cache(async (org: string) => listLegalEntities(await pageCaller(org), {}));

/** For owners, until the taxes of each legal entity are confirmed: documents may lack a tax. */
export async function TaxBanner({ organization }: { organization: string }) {
  const { data: entities } = await entitiesOf(organization);
  const waiting = entities.filter(({ taxes_confirmed_at }) => taxes_confirmed_at === null);
  const [first] = waiting;
  if (!first) return null;
  return (
    <Callout tone="warn" className="mx-gutter my-3">
      {`The taxes of ${waiting.length === 1 ? first.legal_name : `${waiting.length} legal entities`} are not confirmed. Invoices may lack a tax. `}
      <TextLink href={`/manage/${organization}/settings/billing`}>Confirm the taxes</TextLink>
    </Callout>
  );
}
