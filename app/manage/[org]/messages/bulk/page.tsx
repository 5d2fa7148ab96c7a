import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { BulkTable } from "@/components/messages/bulk/bulk-table";
import { MessagesHeader } from "@/components/messages/notifications/messages-header";
import { ButtonLink } from "@/components/ui/controls/button";
import { Pagination } from "@/components/ui/controls/pagination";
import { EmptyState } from "@/components/ui/data/empty-state";
import { RowSelection } from "@/components/ui/data/row-selection";
import { formatCount, type LocaleContext } from "@/lib/client/format";
import { zoneOf } from "@/lib/client/zones";
import { listBulk } from "@/lib/domain/messages/bulk";
import { listLocations } from "@/lib/domain/organization/locations";

export const metadata: Metadata = { title: "Bulk messages" };

type Props = { params: Promise<{ org: string }>; searchParams: Promise<{ cursor?: string }> };

const pageSize = 50;

export default async function BulkPage({ params, searchParams }: Props) {
  const { org } = await params;
  const { cursor } = await searchParams;
  const caller = await pageCaller(org);
  const { organization, permissions } = caller;
  if (!organization || !permissions.has("messages.read")) notFound();
  const [{ data: bulks, next_cursor }, { data: locations }] = await Promise.all([
    orNotFound(listBulk(caller, { limit: pageSize, ...(cursor ? { cursor } : {}) })),
    listLocations(caller, {}),
  ]);
  const localeContext: LocaleContext = {
    locale: organization.locale,
    ...zoneOf(locations),
    now: caller.clock.now().toString(),
  };
  const base = `/manage/${org}/messages`;
  const canSendBulk = permissions.has("messages.send_bulk");
  return (
    <>
      <MessagesHeader base={base} current="bulk" canSendBulk={canSendBulk} />
      {bulks.length > 0 ? (
        <>
          <RowSelection>
            <BulkTable bulks={bulks} localeContext={localeContext} bulkHref={(id) => `${base}/bulk/${id}`} />
          </RowSelection>
          <Pagination
            className="px-gutter"
            summary={`${formatCount(bulks.length, localeContext.locale)} ${bulks.length === 1 ? "bulk message" : "bulk messages, newest first"}`}
            pageSize={pageSize}
            nextHref={next_cursor ? `${base}/bulk?${new URLSearchParams({ cursor: next_cursor })}` : null}
            firstHref={cursor ? `${base}/bulk` : null}
          />
        </>
      ) : (
        <EmptyState
          title="No bulk messages yet"
          actions={canSendBulk ? <ButtonLink href={`${base}/bulk/new`}>New bulk message</ButtonLink> : null}
        >
          Send one message to a segment or to all members who match your filters. You see the recipients before you
          send.
        </EmptyState>
      )}
    </>
  );
}
