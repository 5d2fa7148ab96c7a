import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { pageCaller } from "@/app/page-caller";
import { MessageSettingsParts } from "@/components/messages/providers/message-settings-parts";
import { ProviderList } from "@/components/messages/providers/provider-list";
import { ProviderSheet } from "@/components/messages/providers/provider-sheet-on-demand";
import { SettingsHeader } from "@/components/organization/settings-header";
import type { LocaleContext } from "@/lib/client/format";
import { zoneOf } from "@/lib/client/zones";
import { listProviders } from "@/lib/domain/messages/providers";
import { listLocations } from "@/lib/domain/organization/locations";
import { mayUse } from "@/lib/kernel/operation";

export const metadata: Metadata = { title: "Message providers" };

type Props = { params: Promise<{ org: string }>; searchParams: Promise<{ edit?: string }> };

export default async function ProvidersPage({ params, searchParams }: Props) {
  const { org } = await params;
  const { edit } = await searchParams;
  const caller = await pageCaller(org);
  const { organization } = caller;
  if (!organization || !mayUse(caller, listProviders.contract)) notFound();
  const [{ data: providers }, { data: locations }] = await Promise.all([
    listProviders(caller, {}),
    listLocations(caller, {}),
  ]);
  const localeContext: LocaleContext = {
    locale: organization.locale,
    ...zoneOf(locations),
    now: caller.clock.now().toString(),
  };
  const base = `/manage/${org}/settings/messages`;
  const edited = providers.find(({ channel }) => channel === edit);
  return (
    <>
      <SettingsHeader organization={org} current="/messages" mayUse={(contract) => mayUse(caller, contract)} />
      <MessageSettingsParts organization={org} current="" />
      <ProviderList
        organization={org}
        providers={providers}
        localeContext={localeContext}
        editHref={(channel) => `${base}?edit=${channel}`}
        waitingHref={(channel) => `/manage/${org}/messages?${new URLSearchParams({ channel, state: "queued" })}`}
      />
      {edited ? (
        <ProviderSheet
          key={`${edited.channel} ${edited.version}`}
          organization={org}
          provider={edited}
          closeHref={base}
        />
      ) : null}
    </>
  );
}
