import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import type { Member } from "@/components/members/member";
import { MemberPreferences } from "@/components/messages/contacts/member-preferences";
import { MessagesTable } from "@/components/messages/notifications/messages-table";
import { WriteButton } from "@/components/messages/notifications/write-button";
import { Pagination } from "@/components/ui/controls/pagination";
import { TextLink } from "@/components/ui/controls/text-link";
import { Section } from "@/components/ui/data/section";
import type { Place } from "@/lib/client/format";
import { getPreferences } from "@/lib/domain/messages/contacts";
import { listMessages } from "@/lib/domain/messages/notifications";

interface MessagesProps {
  org: string;
  member: Member;
  name: string;
  place: Place;
  cursor: string | undefined;
}

const pageSize = 20;

/** What was written to a member, and what they allow. */
export async function Messages({ org, member, name, place, cursor }: MessagesProps) {
  const caller = await pageCaller(org);
  const may = (permission: Parameters<typeof caller.permissions.has>[0]) => caller.permissions.has(permission);
  const [{ data: messages, next_cursor }, preferences] = await Promise.all([
    orNotFound(listMessages(caller, { member_id: member.id, limit: pageSize, ...(cursor && { cursor }) })),
    getPreferences(caller, { id: member.id }),
  ]);
  const log = `/manage/${org}/messages`;
  const self = `/manage/${org}/members/${member.id}?tab=messages`;
  const isHere = member.archived_at === null;
  return (
    <>
      <Section title="What they allow">
        <MemberPreferences
          organization={org}
          preferences={preferences}
          place={place}
          mayChange={may("members.write") && isHere}
          mayLift={may("messages.configure")}
        />
      </Section>
      <Section
        title="What was written"
        action={
          <>
            <TextLink href={`${log}?${new URLSearchParams({ member: member.id })}`}>In the log</TextLink>
            {may("messages.send") && isHere ? <WriteButton organization={org} member={member} name={name} /> : null}
          </>
        }
      >
        {messages.length === 0 ? <p className="py-2 text-ink-3">Nothing has been written to {name} yet.</p> : null}
      </Section>
      {messages.length > 0 ? (
        <>
          <MessagesTable messages={messages} place={place} messageHref={(id) => `${log}/${id}`} />
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
