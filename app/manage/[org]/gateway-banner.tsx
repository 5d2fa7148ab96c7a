import { pageCaller } from "@/app/page-caller";
import { TextLink } from "@/components/ui/controls/text-link";
import { Callout } from "@/components/ui/data/callout";
import { listGateways } from "@/lib/domain/gateways/connections";
import { asSentence } from "@/lib/values/sentence";

/** Shown on every page to staff who can fix it: a gateway refuses the gym's keys or account, so its charges wait. */
export async function GatewayBanner({ organization }: { organization: string }) {
  const { data: gateways } = await listGateways(await pageCaller(organization), {});
  const failing = gateways.find(({ failing_since, replaced_at }) => failing_since !== null && replaced_at === null);
  if (!failing) return null;
  return (
    <Callout tone="bad" role="status" className="m-2" title="Charges wait: the payment gateway refuses your account">
      {asSentence(failing.failure ?? "The keys do not work")}{" "}
      <TextLink href={`/manage/${organization}/settings/payments`}>Check the keys in settings</TextLink>.
    </Callout>
  );
}
