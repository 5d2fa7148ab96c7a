import { pageCaller } from "@/app/page-caller";
import { channelWords } from "@/components/messages/notifications/message-words";
import { TextLink } from "@/components/ui/controls/text-link";
import { Callout } from "@/components/ui/data/callout";
import { listProviders } from "@/lib/domain/messages/providers";

/** While a provider refuses the gym's credentials, its messages wait: whoever can mend that reads it on every page. */
export async function ProviderBanner({ organization }: { organization: string }) {
  const { data: providers } = await listProviders(await pageCaller(organization), {});
  const failing = providers.filter(({ failing_since }) => failing_since !== null);
  if (failing.length === 0) return null;
  const channels = failing.map(({ channel }) => channelWords[channel]).join(" and ");
  const waiting = failing.reduce((sum, one) => sum + one.waiting, 0);
  return (
    <Callout tone="bad" role="status" className="m-2" title={`${channels}: the provider refuses your credentials`}>
      {waiting > 0 ? `${waiting} ${waiting === 1 ? "message waits" : "messages wait"}. ` : null}
      <TextLink href={`/manage/${organization}/settings/messages`}>Correct them in the settings</TextLink>.
    </Callout>
  );
}
