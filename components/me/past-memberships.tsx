import type { OwnMembership } from "@/components/access/passes/pass-facts";
import { Row, RowList } from "@/components/ui/data/row-list";
import { type LocaleContext, todayAt } from "@/lib/client/format";
import { formatShortDate } from "@/lib/client/format-short-date";
import { lastDay } from "@/lib/values/membership-rules/term";
import { MembershipBadge } from "./membership-card";

export function PastMemberships({
  memberships,
  localeContext,
}: {
  memberships: readonly OwnMembership[];
  localeContext: LocaleContext;
}) {
  if (memberships.length === 0) return null;
  const on = (day: string) => formatShortDate(day, todayAt(localeContext), localeContext.locale);
  return (
    <section className="rounded-dialog border border-line bg-surface px-4 pt-4 pb-1">
      <h2 className="text-16 font-strong text-ink">Past memberships</h2>
      <RowList>
        {memberships.map((one) => (
          <Row
            key={one.id}
            title={one.plan_name}
            subtitle={`${on(one.starts_on)} – ${on(lastDay(one) ?? one.starts_on)}`}
            end={<MembershipBadge membership={one} localeContext={localeContext} />}
          />
        ))}
      </RowList>
    </section>
  );
}
