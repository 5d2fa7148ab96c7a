import { BellOff, CircleSlash, CreditCard, Mail, Ticket, Undo2, UserPlus } from "lucide-react";
import type { ReactNode } from "react";
import { priceUnit } from "@/components/memberships/plans/wording";
import { NumberLink } from "@/components/ui/controls/number-link";
import { TextLink } from "@/components/ui/controls/text-link";
import { Section } from "@/components/ui/data/section";
import { counted } from "@/lib/values/counted";
import { formatMoney } from "@/lib/values/money";
import type { StepProps } from "./import-wizard";
import type { ImportSummary } from "./job";

interface ImportPreviewProps extends StepProps {
  summary: ImportSummary;
  sendsWelcome: boolean;
  sendsInvitations: boolean;
}

export function ImportPreview({
  job,
  summary,
  base,
  organization,
  locale,
  locations,
  sendsWelcome,
  sendsInvitations,
}: ImportPreviewProps) {
  const rowsLink = (count: number, one: string, many: string, query: string) => (
    <NumberLink href={`${base}/rows?${query}`}>{counted(count, one, many, locale)}</NumberLink>
  );
  const home = locations.length > 1 ? locations.find(({ id }) => id === job.options.location_id)?.name : undefined;
  const plans = Object.entries(job.options.new_plans).filter(([name]) => job.options.plans[name] === "create");
  const priceOf = (plan: (typeof plans)[number][1]) =>
    plan.price_minor === 0
      ? "free"
      : `${formatMoney(plan.price_minor, summary.currency, locale)} ${priceUnit({ ...plan, joining_fee_minor: 0, currency: summary.currency, sessions_included: plan.sessions_included ?? null })}`;
  const due = formatMoney(summary.due_in_30_days_minor, summary.currency, locale, { compact: true });
  const notImported = summary.refused + summary.skipped;
  return (
    <Section title="Review">
      <ul className="mt-2 flex max-w-[44rem] flex-col gap-4 text-16 leading-6 text-ink-2 max-md:text-14">
        <Line icon={<UserPlus aria-hidden="true" />}>
          {rowsLink(summary.members, "member is", "members are", "kind=member")} created
          {home ? `. Home location: ${home}, unless the file contains another one` : null}.
        </Line>
        {summary.memberships > 0 ? (
          <Line icon={<Ticket aria-hidden="true" />}>
            {rowsLink(summary.memberships, "membership is", "memberships are", "kind=membership")} created with their
            dates, prices and remaining sessions.
          </Line>
        ) : null}
        {plans.length > 0 ? (
          <Line icon={<Ticket aria-hidden="true" />}>
            {plans.length === 1 ? "The plan" : "The plans"}{" "}
            {plans.map(([name, plan]) => `“${name}” (${priceOf(plan)})`).join(", ")} {plans.length === 1 ? "is" : "are"}{" "}
            created.
          </Line>
        ) : null}
        <Line icon={<CreditCard aria-hidden="true" />}>
          Nothing is charged now. {due} in payments become due in the next 30 days.
        </Line>
        {sendsWelcome ? (
          <Line icon={<Mail aria-hidden="true" />}>
            Members with an active membership and contact details receive{" "}
            <TextLink href={`/manage/${organization}/settings/messages/texts/welcome`}>your welcome message</TextLink>.
          </Line>
        ) : null}
        {sendsInvitations ? (
          <Line icon={<Mail aria-hidden="true" />}>
            Members with an e-mail address receive an invitation to their page once the import has finished.
          </Line>
        ) : null}
        {sendsWelcome || sendsInvitations ? null : (
          <Line icon={<BellOff aria-hidden="true" />}>No messages are sent.</Line>
        )}
        {notImported > 0 ? (
          <Line icon={<CircleSlash aria-hidden="true" />}>
            {rowsLink(notImported, "row is", "rows are", "status=refused,skipped")} not imported. You can correct and
            upload them later.
          </Line>
        ) : null}
        <Line icon={<Undo2 aria-hidden="true" />}>
          You can undo the whole import until the first of these members checks in.
        </Line>
      </ul>
    </Section>
  );
}

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="flex gap-3">
      <span className="mt-1 text-ink-3 [&>svg]:size-4">{icon}</span>
      <span>{children}</span>
    </li>
  );
}
