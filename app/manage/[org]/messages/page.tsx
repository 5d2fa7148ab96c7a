import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { MessageFilters } from "@/components/messages/notifications/message-filters";
import { MessagesHeader } from "@/components/messages/notifications/messages-header";
import { MessagesTable } from "@/components/messages/notifications/messages-table";
import { NoMessages } from "@/components/messages/notifications/no-messages";
import {
  type MessageQuery,
  messagesHref,
  readMessageQuery,
  toMessageInput,
} from "@/components/messages/notifications/query";
import { Pagination } from "@/components/ui/controls/pagination";
import { RowSelection } from "@/components/ui/data/row-selection";
import { formatCount, type LocaleContext, todayAt } from "@/lib/client/format";
import { zoneOf } from "@/lib/client/zones";
import { getMember } from "@/lib/domain/members";
import { getBulk } from "@/lib/domain/messages/bulk";
import { listMessages } from "@/lib/domain/messages/notifications";
import { listLocations } from "@/lib/domain/organization/locations";
import { fullName } from "@/lib/values/person-name";

export const metadata: Metadata = { title: "Messages" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const pageSize = 50;

export default async function MessagesPage({ params, searchParams }: Props) {
  const { org } = await params;
  const caller = await pageCaller(org);
  const { organization, permissions } = caller;
  if (!organization || !permissions.has("messages.read")) notFound();
  const query = readMessageQuery(await searchParams);
  const [{ data: messages, next_cursor }, { data: locations }, member, bulk] = await Promise.all([
    orNotFound(listMessages(caller, { ...toMessageInput(query), limit: pageSize })),
    listLocations(caller, { include_archived: true }),
    query.member ? orNotFound(getMember(caller, { id: query.member })) : null,
    query.bulk ? orNotFound(getBulk(caller, { id: query.bulk })) : null,
  ]);
  const localeContext: LocaleContext = {
    locale: organization.locale,
    ...zoneOf(locations),
    now: caller.clock.now().toString(),
  };
  const manage = `/manage/${org}`;
  const base = `${manage}/messages`;
  const address = (change: MessageQuery) => messagesHref(base, { ...query, cursor: undefined, ...change });
  const canSendBulk = permissions.has("messages.send_bulk");
  return (
    <>
      <MessagesHeader base={base} current="log" canSendBulk={canSendBulk} />
      <MessageFilters
        organization={org}
        query={query}
        address={address}
        member_name={member && fullName(member.first_name, member.last_name)}
        bulk_name={bulk?.name ?? null}
        today={todayAt(localeContext)}
        locale={localeContext.locale}
      />
      {messages.length > 0 ? (
        <>
          <RowSelection>
            <MessagesTable
              messages={messages}
              localeContext={localeContext}
              messageHref={(id) => `${base}/${id}`}
              memberHref={(id) => `${manage}/members/${id}`}
            />
          </RowSelection>
          <Pagination
            className="px-gutter"
            summary={`${formatCount(messages.length, localeContext.locale)} ${messages.length === 1 ? "message" : "messages, newest first"}`}
            pageSize={pageSize}
            nextHref={next_cursor ? address({ cursor: next_cursor }) : null}
            firstHref={query.cursor ? address({}) : null}
          />
        </>
      ) : (
        <NoMessages
          isFiltered={Object.keys(query).length > 0}
          allHref={base}
          composeHref={canSendBulk ? `${base}/bulk/new` : null}
        />
      )}
    </>
  );
}
