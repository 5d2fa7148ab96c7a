import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { ActivityFilters, type ActivityQuery } from "@/components/platform/audit/activity-filters";
import { type AuditEntry, AuditList } from "@/components/platform/audit/audit-list";
import { Pagination } from "@/components/ui/controls/pagination";
import { TabLinks } from "@/components/ui/controls/tab-links";
import { EmptyState } from "@/components/ui/data/empty-state";
import { PageHeader } from "@/components/ui/data/page-header";
import { type LocaleContext, todayAt } from "@/lib/client/format";
import { zoneOf } from "@/lib/client/zones";
import { listLocations } from "@/lib/domain/organization/locations";
import { auditFilters, auditPhrases, auditTargetPath, listAudit } from "@/lib/domain/platform/audit";
import { listStaff } from "@/lib/domain/team";
import { endOfDay, startOfDay } from "@/lib/values/calendar-day";
import { counted } from "@/lib/values/counted";
import { calendarDay } from "@/lib/values/schemas/calendar-day";

export const metadata: Metadata = { title: "Activity" };

type Props = { params: Promise<{ org: string }>; searchParams: Promise<ActivityQuery> };

const isDay = (text: string | undefined): text is string => calendarDay.safeParse(text).success;
const isId = (text: string | undefined): text is string =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text ?? "");

export default async function ActivityPage({ params, searchParams }: Props) {
  const { org } = await params;
  const query = await searchParams;
  const caller = await pageCaller(org);
  if (!caller.organization || !caller.permissions.has("audit.read")) notFound();
  const [{ data: locations }, { data: team }] = await Promise.all([
    listLocations(caller, { include_archived: true }),
    listStaff(caller, { state: "all", limit: 200 }),
  ]);
  const localeContext: LocaleContext = {
    locale: caller.organization.locale,
    ...zoneOf(locations),
    now: caller.clock.now().toString(),
  };
  const actionFilter = query.action ? { action: query.action } : query.tab === "all" ? {} : { without: ["check_ins"] };
  const { data: entries, next_cursor } = await orNotFound(
    listAudit(caller, {
      ...actionFilter,
      ...(isId(query.actor_id) ? { actor_id: query.actor_id } : {}),
      ...(isId(query.target_id) ? { target_id: query.target_id } : {}),
      ...(isDay(query.from) ? { from: startOfDay(query.from, localeContext.time_zone) } : {}),
      ...(isDay(query.to) ? { to: endOfDay(query.to, localeContext.time_zone) } : {}),
      ...(query.cursor ? { cursor: query.cursor } : {}),
    }),
  );
  const base = `/manage/${org}`;
  const address = (change: ActivityQuery) => {
    const params = Object.entries({ ...query, cursor: undefined, ...change }).filter(([, value]) => value);
    return params.length > 0
      ? `${base}/activity?${new URLSearchParams(params as [string, string][])}`
      : `${base}/activity`;
  };
  const tab = query.action === "check_ins" ? "check_ins" : query.tab === "all" ? "all" : "";
  return (
    <>
      <PageHeader title="Activity" />
      <TabLinks
        label="Activity"
        className="px-gutter"
        current={
          tab === "check_ins" ? address({ action: "check_ins", tab: "" }) : address({ tab, action: query.action })
        }
        items={[
          { label: "Changes", href: address({ tab: "", action: tab === "check_ins" ? "" : query.action }) },
          { label: "Check-ins", href: address({ action: "check_ins", tab: "" }) },
          { label: "All", href: address({ tab: "all", action: tab === "check_ins" ? "" : query.action }) },
        ]}
      />
      <ActivityFilters
        query={query}
        address={address}
        people={team.map(({ user_id, name }) => ({ id: user_id, name }))}
        today={todayAt(localeContext)}
        target_name={
          query.target_id ? (entries.find(({ target_name }) => target_name)?.target_name ?? "one record") : null
        }
        locale={localeContext.locale}
        phrases={auditPhrases}
        kinds={auditFilters}
      />
      {entries.length > 0 ? (
        <AuditList
          entries={entries}
          phrases={auditPhrases}
          reader={{
            localeContext,
            today: todayAt(localeContext),
            currency: caller.organization.currency,
            names: new Map([...locations, ...team].map(({ id, name }) => [id, name])),
          }}
          targetHref={(entry) => recordHref(base, entry)}
          historyHref={({ target_id }) =>
            `${base}/activity?${new URLSearchParams({ target_id: target_id ?? "", tab: "all" })}`
          }
        />
      ) : (
        <EmptyState title="No activity found">
          No entry matches these filters. Every change is recorded here and cannot be deleted.
        </EmptyState>
      )}
      <Pagination
        summary={`${counted(entries.length, "entry", "entries")}, newest first`}
        nextHref={next_cursor ? address({ cursor: next_cursor }) : null}
        firstHref={query.cursor ? address({}) : null}
      />
    </>
  );
}

function recordHref(base: string, { target_type, target_id, after }: AuditEntry): string | null {
  if (!target_id) return null;
  if (target_type !== "member" && typeof after?.member_id === "string") return `${base}/members/${after.member_id}`;
  const path = auditTargetPath(target_type, target_id);
  return path === null ? null : `${base}${path}`;
}
