import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import type { Member } from "@/components/members/member";
import { MemberPreferences } from "@/components/messages/contacts/member-preferences";
import { MessagesTable } from "@/components/messages/notifications/messages-table";
import { SendMessageButton } from "@/components/messages/notifications/send-message-button";
import { Pagination } from "@/components/ui/controls/pagination";
import { TextLink } from "@/components/ui/controls/text-link";
import { Section } from "@/components/ui/data/section";
import type { LocaleContext } from "@/lib/client/format";
import { getPreferences } from "@/lib/domain/messages/contacts";
import { listMessages } from "@/lib/domain/messages/notifications";

interface MessagesProps {
  org: string;
  member: Member;
  name: string;
  localeContext: LocaleContext;
  cursor: string | undefined;
}

const pageSize = 20;

/** The messages to a member and the member's preferences. */
export async function Messages({ org, member, name, localeContext, cursor }: MessagesProps) {
  const caller = await pageCaller(org);
  const may = (permission: Parameters<typeof caller.permissions.has>[0]) => caller.permissions.has(permission);
  const [{ data: messages, next_cursor }, preferences] = await Promise.all([
    orNotFound(listMessages(caller, { member_id: member.id, limit: pageSize, ...(cursor && { cursor }) })),
    getPreferences(caller, { id: member.id }),
  ]);
  const log = `/manage/${org}/messages`;
  const self = `/manage/${org}/members/${member.id}?tab=messages`;
  const isActive = member.archived_at === null;
  return (
    <>
      <Section title="Message preferences">
        <MemberPreferences
          organization={org}
          preferences={preferences}
          localeContext={localeContext}
          mayChange={may("members.write") && isActive}
          mayLift={may("messages.configure")}
        />
      </Section>
      <Section
        title="Messages"
        action={
          <>
            <TextLink href={`${log}?${new URLSearchParams({ member: member.id })}`}>View in log</TextLink>
            {may("messages.send") && isActive ? (
              <SendMessageButton organization={org} member={member} name={name} />
            ) : null}
          </>
        }
      >
        {messages.length === 0 ? <p className="py-2 text-ink-3">No messages to {name} yet.</p> : null}
      </Section>
      {messages.length > 0 ? (
        <>
          <MessagesTable messages={messages} localeContext={localeContext} messageHref={(id) => `${log}/${id}`} />
          <Pagination
            className="px-gutter"
            summary={`${messages.length} ${messages.length === 1 ? "message" : "messages, newest first"}`}
            pageSize={pageSize}
            nextHref={next_cursor ? `${self}&${new URLSearchParams({ cursor: next_cursor })}` : null}
            firstHref={cursor ? self : null}
          />
        </>
      ) : null}
    </>
  );
}
