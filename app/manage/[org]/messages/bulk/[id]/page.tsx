import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { BulkProgress } from "@/components/messages/bulk/bulk-progress";
import { ChannelMark } from "@/components/messages/notifications/channel-mark";
import { categoryLabels } from "@/components/messages/notifications/message-labels";
import { Breadcrumb } from "@/components/ui/data/breadcrumb";
import { DescriptionList } from "@/components/ui/data/description-list";
import { Section } from "@/components/ui/data/section";
import { formatDateTime, type LocaleContext } from "@/lib/client/format";
import { zoneOf } from "@/lib/client/zones";
import { getBulk } from "@/lib/domain/messages/bulk";
import { listLocations } from "@/lib/domain/organization/locations";

type Props = { params: Promise<{ org: string; id: string }> };

const bulkOf = cache(async (org: string, id: string) => {
  const caller = await pageCaller(org);
  if (!caller.organization || !caller.permissions.has("messages.read")) notFound();
  return { caller, organization: caller.organization, bulk: await orNotFound(getBulk(caller, { id })) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, id } = await params;
  return { title: (await bulkOf(org, id)).bulk.name };
}

export default async function BulkMessagePage({ params }: Props) {
  const { org, id } = await params;
  const { caller, organization, bulk } = await bulkOf(org, id);
  const { data: locations } = await listLocations(caller, {});
  const localeContext: LocaleContext = {
    locale: organization.locale,
    ...zoneOf(locations),
    now: caller.clock.now().toString(),
  };
  const base = `/manage/${org}/messages`;
  const { channel, category, segment_name, created_by_name, created_at, subject, body } = bulk;
  return (
    <>
      <BulkProgress
        organization={org}
        bulk={bulk}
        localeContext={localeContext}
        logHref={`${base}?bulk=${id}`}
        mayStop={caller.permissions.has("messages.send_bulk")}
        breadcrumb={
          <Breadcrumb
            items={[
              { label: "Messages", href: base },
              { label: "Bulk messages", href: `${base}/bulk` },
              { label: bulk.name },
            ]}
          />
        }
      />
      <Section title="Message">
        {subject ? <p className="mt-1 font-strong text-ink">{subject}</p> : null}
        <p className="mt-1 max-w-[68ch] whitespace-pre-wrap break-words text-14 text-ink">{body}</p>
      </Section>
      <Section title="Details">
        <DescriptionList
          className="mt-1"
          items={[
            { term: "Channel", detail: <ChannelMark channel={channel} /> },
            { term: "Purpose", detail: categoryLabels[category] },
            { term: "To", detail: segment_name ?? "Members who matched the filters" },
            { term: "Created by", detail: created_by_name },
            { term: "Created", detail: formatDateTime(created_at, localeContext) },
          ]}
        />
      </Section>
    </>
  );
}
