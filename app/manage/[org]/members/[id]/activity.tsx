import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import type { Member } from "@/components/members/member";
import { AuditList } from "@/components/platform/audit/audit-list";
import { Pagination } from "@/components/ui/controls/pagination";
import { EmptyState } from "@/components/ui/data/empty-state";
import { type LocaleContext, todayAt } from "@/lib/client/format";
import { auditPhrases, listAudit } from "@/lib/domain/platform/audit";

interface ActivityProps {
  org: string;
  member: Member;
  localeContext: LocaleContext;
  cursor: string | undefined;
  locations: readonly { id: string; name: string }[];
}

/** The audit entries of this member. */
export async function Activity({ org, member, localeContext, cursor, locations }: ActivityProps) {
  const caller = await pageCaller(org);
  const { data, next_cursor } = await orNotFound(
    listAudit(caller, { target_id: member.id, ...(cursor && { cursor }) }),
  );
  const self = `/manage/${org}/members/${member.id}?tab=activity`;
  if (data.length === 0) {
    return <EmptyState title="No activity yet">Every change to this member is recorded here.</EmptyState>;
  }
  return (
    <>
      <AuditList
        entries={data}
        phrases={auditPhrases}
        reader={{
          localeContext,
          today: todayAt(localeContext),
          currency: caller.organization?.currency ?? "USD",
          names: new Map(locations.map(({ id, name }) => [id, name])),
        }}
        targetHref={() => null}
        historyHref={() => `/manage/${org}/activity?${new URLSearchParams({ target_id: member.id, tab: "all" })}`}
      />
      <Pagination
        className="px-gutter"
        summary={`${data.length} ${data.length === 1 ? "entry" : "entries, newest first"}`}
        nextHref={next_cursor ? `${self}&${new URLSearchParams({ cursor: next_cursor })}` : null}
        firstHref={cursor ? self : null}
      />
    </>
  );
}
