import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { IncreaseAssistant } from "@/components/memberships/plans/prices/increase-assistant";
import { IncreasesList } from "@/components/memberships/plans/prices/increases-list";
import type { Rule } from "@/components/memberships/plans/prices/rule";
import { RulesEditor } from "@/components/memberships/plans/prices/rules-editor";
import { priceUnit } from "@/components/memberships/plans/wording";
import { Breadcrumb } from "@/components/ui/data/breadcrumb";
import { PageHeader } from "@/components/ui/data/page-header";
import { Section } from "@/components/ui/data/section";
import { todayAt } from "@/lib/client/format";
import { getPlan } from "@/lib/domain/memberships/plans";
import { getPriceRules, listPriceIncreases } from "@/lib/domain/memberships/pricing";
import { listLocations } from "@/lib/domain/organization/locations";
import { formatMoney } from "@/lib/values/money";

type Props = { params: Promise<{ org: string; id: string }> };

const planOf = cache(async (org: string, id: string) => {
  const caller = await pageCaller(org);
  if (!caller.organization || !caller.permissions.has("plans.write")) notFound();
  return { caller, organization: caller.organization, plan: await orNotFound(getPlan(caller, { id })) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, id } = await params;
  return { title: `Prices of ${(await planOf(org, id)).plan.name}` };
}

/** How the price of a plan changes: by who joins when, and for everybody from a day on. */
export default async function PlanPricesPage({ params }: Props) {
  const { org, id } = await params;
  const { caller, organization, plan } = await planOf(org, id);
  const [{ rules, version }, { data: increases }, { data: locations }] = await Promise.all([
    orNotFound(getPriceRules(caller, { id })),
    orNotFound(listPriceIncreases(caller, { id })),
    listLocations(caller, {}),
  ]);
  const { locale } = organization;
  const time_zone = locations[0]?.time_zone ?? "UTC";
  const today = todayAt({ locale, time_zone, now: caller.clock.now().toString() });
  const base = `/manage/${org}/plans`;
  const hasPending = increases.some(({ status }) => status === "pending");
  const title = `Prices of ${plan.name}`;
  return (
    <>
      <PageHeader
        title={title}
        breadcrumb={<Breadcrumb items={[{ label: "Plans & prices", href: base }, { label: title }]} />}
        meta={
          <span className="whitespace-nowrap text-ink-3">
            {`${formatMoney(plan.price_minor, plan.currency, locale)} ${priceUnit(plan)}`}
          </span>
        }
      />
      <Section title="Price rules" meta="In this order, each changes the price that the ones above it gave">
        <RulesEditor
          key={version}
          organization={org}
          plan={{ id, version }}
          saved={rules as Rule[]}
          reader={{
            ...{ locale, today, currency: plan.currency },
            locations: locations.map(({ id: location_id, name }) => ({ id: location_id, name })),
          }}
          canEdit={plan.archived_at === null}
        />
      </Section>
      <Section title="New price" meta={hasPending ? "One is scheduled" : "Nothing changes until you confirm"}>
        <div className="flex flex-col gap-5">
          {increases.length > 0 ? (
            <IncreasesList
              organization={org}
              plan={{ id, currency: plan.currency, version }}
              increases={increases}
              locale={locale}
            />
          ) : null}
          {hasPending || plan.archived_at !== null ? null : (
            <IncreaseAssistant
              organization={org}
              plan={{ ...plan, version }}
              locale={locale}
              today={today}
              memberHref={`/manage/${org}/members`}
            />
          )}
        </div>
      </Section>
    </>
  );
}
