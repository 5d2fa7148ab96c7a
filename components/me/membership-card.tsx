import type { OwnMembership } from "@/components/access/passes/pass-facts";
import { StatusBadge } from "@/components/gym/status-badge";
import { DescriptionList } from "@/components/ui/data/description-list";
import { Sentence } from "@/components/ui/data/sentence";
import { type LocaleContext, todayAt } from "@/lib/client/format";
import { formatShortDate } from "@/lib/client/format-short-date";
import { lastDay } from "@/lib/values/membership-rules/term";
import { formatMoney } from "@/lib/values/money";
import { MarkedText } from "./marked-text";
import { nextStepText } from "./next-step-text";

interface MembershipCardProps {
  membership: OwnMembership;
  localeContext: LocaleContext;
  /** The locations with access, such as "All locations". */
  access: string;
}

export function MembershipCard({ membership, localeContext, access }: MembershipCardProps) {
  const { plan_name, starts_on, price_minor, currency } = membership;
  const on = (day: string) => formatShortDate(day, todayAt(localeContext), localeContext.locale);
  const last = lastDay(membership);
  return (
    <section className="mb-3 rounded-dialog border border-line bg-surface p-4">
      <div className="flex items-center gap-3">
        <h2 className="min-w-0 flex-1 text-20 font-strong text-ink">{plan_name}</h2>
        <MembershipBadge membership={membership} localeContext={localeContext} />
      </div>
      <Sentence className="mt-2 mb-3.5">
        <MarkedText text={nextStepText(membership, localeContext)} />
      </Sentence>
      <DescriptionList
        className="text-14"
        items={[
          { term: "Started", detail: on(starts_on) },
          ...(last ? [{ term: "Last day", detail: on(last) }] : []),
          { term: "Price", detail: formatMoney(price_minor, currency, localeContext.locale) },
          { term: "Access", detail: access },
        ]}
      />
    </section>
  );
}

export function MembershipBadge({
  membership,
  localeContext,
}: {
  membership: OwnMembership;
  localeContext: LocaleContext;
}) {
  const { status, standing, starts_on } = membership;
  if (status === "pending")
    return (
      <StatusBadge status="none">
        Starts {formatShortDate(starts_on, todayAt(localeContext), localeContext.locale)}
      </StatusBadge>
    );
  return <StatusBadge status={standing} size="lg" />;
}
