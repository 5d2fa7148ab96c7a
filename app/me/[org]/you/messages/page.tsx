import type { Metadata } from "next";
import { pageCaller } from "@/app/page-caller";
import { MemberHeader } from "@/components/layout/member-shell";
import { DeviceList } from "@/components/messages/contacts/device-list";
import { DevicePushSetting } from "@/components/messages/contacts/device-push-setting";
import { OwnAddresses } from "@/components/messages/contacts/own-addresses";
import { OwnPreferences } from "@/components/messages/contacts/own-preferences";
import { TextLink } from "@/components/ui/controls/text-link";
import type { LocaleContext } from "@/lib/client/format";
import { getOwnProfile } from "@/lib/domain/me";
import { getOwnPreferences, listDevices } from "@/lib/domain/messages/contacts";

type Props = { params: Promise<{ org: string }> };

export const metadata: Metadata = { title: "Messages" };

const card = "mb-3 rounded-dialog border border-line bg-surface p-4";

export default async function OwnMessagesPage({ params }: Props) {
  const { org } = await params;
  const caller = await pageCaller(org);
  const [preferences, { data: devices, web_push }, { home_location }] = await Promise.all([
    getOwnPreferences(caller, {}),
    listDevices(caller, {}),
    getOwnProfile(caller, {}),
  ]);
  const localeContext: LocaleContext = {
    locale: caller.organization?.locale ?? "en",
    time_zone: home_location.time_zone,
    now: caller.clock.now().toString(),
  };
  return (
    <>
      <MemberHeader title="Messages" />
      <section className={card} aria-labelledby="what">
        <h2 id="what" className="mb-2 text-20 font-strong text-ink">
          What {caller.organization?.name} may send you
        </h2>
        <OwnPreferences organization={org} preferences={preferences} />
      </section>
      <section className={card} aria-labelledby="where">
        <h2 id="where" className="mb-1 text-20 font-strong text-ink">
          Contact details
        </h2>
        <OwnAddresses addresses={preferences.addresses} />
        <p className="mt-2 text-14 text-ink-3">
          <TextLink href={`/me/${org}/you`}>Change your phone number</TextLink>. To change your e-mail address, ask at
          the front desk.
        </p>
      </section>
      {web_push || devices.length > 0 ? (
        <section className={card} aria-labelledby="devices">
          <h2 id="devices" className="mb-2 text-20 font-strong text-ink">
            Push notifications
          </h2>
          {web_push ? <DevicePushSetting organization={org} web_push={web_push} /> : null}
          {devices.length > 0 ? (
            <DeviceList organization={org} devices={devices} localeContext={localeContext} />
          ) : null}
        </section>
      ) : null}
    </>
  );
}
