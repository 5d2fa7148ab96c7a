import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { reasonLabels } from "@/components/access/desk/reason-labels";
import type { Member } from "@/components/members/member";
import { VisitsTable } from "@/components/members/visits-table";
import { Pagination } from "@/components/ui/controls/pagination";
import { EmptyState } from "@/components/ui/data/empty-state";
import type { LocaleContext } from "@/lib/client/format";
import { listMemberCheckIns } from "@/lib/domain/access/check-ins";

type VisitsProps = { org: string; member: Member; localeContext: LocaleContext; cursor: string | undefined };

const pageSize = 50;

export async function Visits({ org, member, localeContext, cursor }: VisitsProps) {
  const caller = await pageCaller(org);
  const { data, next_cursor } = await orNotFound(
    listMemberCheckIns(caller, {
      id: member.id,
      include_undone: true,
      limit: pageSize,
      ...(cursor && { cursor }),
    }),
  );
  const self = `/manage/${org}/members/${member.id}?tab=visits`;
  if (data.length === 0) {
    return (
      <EmptyState title="No visits yet">
        Every scan at the front desk appears here. Denied entries show the reason.
      </EmptyState>
    );
  }
  return (
    <>
      <VisitsTable visits={data} localeContext={localeContext} reasonWords={reasonLabels} />
      <Pagination
        className="px-gutter"
        summary={`${data.length} ${data.length === 1 ? "scan" : "scans, newest first"}`}
        nextHref={next_cursor ? `${self}&${new URLSearchParams({ cursor: next_cursor })}` : null}
        firstHref={cursor ? self : null}
      />
    </>
  );
}
