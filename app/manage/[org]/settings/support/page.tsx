import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { SettingsHeader } from "@/components/organization/settings-header";
import { SupportGrants } from "@/components/organization/support-grants";
import { Pagination } from "@/components/ui/controls/pagination";
import { EmptyState } from "@/components/ui/data/empty-state";
import { formatDateTime, formatTime, type LocaleContext } from "@/lib/client/format";
import { zoneOf } from "@/lib/client/zones";
import { listLocations } from "@/lib/domain/organization/locations";
import { listSupportGrants } from "@/lib/domain/platform/support";
import { mayUse } from "@/lib/kernel/operation";

export const metadata: Metadata = { title: "Support access" };

type Props = { params: Promise<{ org: string }>; searchParams: Promise<{ cursor?: string }> };

export default async function SupportPage({ params, searchParams }: Props) {
  const { org } = await params;
  const { cursor } = await searchParams;
  const caller = await pageCaller(org);
  if (!caller.organization || !mayUse(caller, listSupportGrants.contract)) notFound();
  const [grants, { data: locations }] = await Promise.all([
    orNotFound(listSupportGrants(caller, cursor ? { cursor } : {})),
    listLocations(caller, {}),
  ]);
  const localeContext: LocaleContext = {
    locale: caller.organization.locale,
    ...zoneOf(locations),
    now: caller.clock.now().toString(),
  };
  const base = `/manage/${org}`;
  return (
    <>
      <SettingsHeader organization={org} current="/support" mayUse={(contract) => mayUse(caller, contract)} />
      <p className="max-w-170 px-gutter pt-5 pb-2 text-ink-2">
        FitFlow support can see your members only after opening support access with a reason, for at most 8 hours. Every
        access is listed here and in the activity log. An owner can end it at any time.
      </p>
      {grants.data.length > 0 ? (
        <SupportGrants
          organization={org}
          can_end={caller.permissions.has("support.end")}
          grants={grants.data.map((grant) => ({
            ...grant,
            time: `${formatDateTime(grant.granted_at, localeContext)} to ${formatTime(grant.ended_at ?? grant.expires_at, localeContext)}`,
            activityHref: `${base}/activity?${new URLSearchParams({ actor_id: grant.user_id })}`,
          }))}
        />
      ) : (
        <EmptyState title="No support access yet">FitFlow support has not accessed your gym.</EmptyState>
      )}
      {grants.next_cursor ? (
        <Pagination summary="Newest first" nextHref={`${base}/settings/support?cursor=${grants.next_cursor}`} />
      ) : null}
    </>
  );
}
