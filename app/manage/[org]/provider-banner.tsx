import { pageCaller } from "@/app/page-caller";
import { channelLabels } from "@/components/messages/notifications/message-labels";
import { TextLink } from "@/components/ui/controls/text-link";
import { Callout } from "@/components/ui/data/callout";
import { listProviders } from "@/lib/domain/messages/providers";

/** Shown on every page to staff who can fix it: a provider rejects the gym's credentials, so its messages wait. */
export async function ProviderBanner({ organization }: { organization: string }) {
  const { data: providers } = await listProviders(await pageCaller(organization), {});
  const failing = providers.filter(({ failing_since }) => failing_since !== null);
  if (failing.length === 0) return null;
  const channels = failing.map(({ channel }) => channelLabels[channel]).join(" and ");
  const waiting = failing.reduce((sum, one) => sum + one.waiting, 0);
  return (
    <Callout tone="bad" role="status" className="m-2" title={`${channels}: the provider rejects your credentials`}>
      {waiting > 0 ? `${waiting} ${waiting === 1 ? "message is waiting" : "messages are waiting"}. ` : null}
      <TextLink href={`/manage/${organization}/settings/messages`}>Update them in settings</TextLink>.
    </Callout>
  );
}
