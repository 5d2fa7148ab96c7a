import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { pageCaller } from "@/app/page-caller";
import { PlanSheet } from "@/components/memberships/plans/plan-sheet-on-demand";
import { PlansTable } from "@/components/memberships/plans/plans-table";
import { ButtonLink } from "@/components/ui/controls/button";
import { TabLinks } from "@/components/ui/controls/tab-links";
import { EmptyState } from "@/components/ui/data/empty-state";
import { PageHeader } from "@/components/ui/data/page-header";
import { todayAt } from "@/lib/client/format";
import { listPlans } from "@/lib/domain/memberships/plans";
import { listLocations } from "@/lib/domain/organization/locations";

export const metadata: Metadata = { title: "Plans & prices" };

type Query = { tab?: string; plan?: string; location?: string };
type Props = { params: Promise<{ org: string }>; searchParams: Promise<Query> };

export default async function PlansPage({ params, searchParams }: Props) {
  const { org } = await params;
  const { tab, plan: plan_id, location } = await searchParams;
  const caller = await pageCaller(org);
  const { locale, currency } = caller.organization ?? { locale: "en", currency: "USD" };
  const here = location ? { location_id: location } : {};
  const [{ data: plans }, { data: locations }] = await Promise.all([
    listPlans(caller, { include_archived: true, with_counts: true, ...here }),
    listLocations(caller, {}),
  ]);
  const on_sale = plans.filter(({ archived_at }) => archived_at === null);
  const archived = plans.filter(({ archived_at }) => archived_at !== null);
  const shown = tab === "archived" ? archived : on_sale;
  const can_edit = caller.permissions.has("plans.write");
  const base = `/manage/${org}/plans`;
  const address = (query: Query) => {
    const params = Object.entries({ tab, location, ...query }).filter(([, value]) => value);
    return params.length > 0 ? `${base}?${new URLSearchParams(params as [string, string][])}` : base;
  };
  const edited = plans.find(({ id }) => id === plan_id) ?? null;
  const time_zone = locations[0]?.time_zone ?? "UTC";
  return (
    <>
      <PageHeader
        title="Plans & prices"
        actions={
          can_edit ? (
            <ButtonLink
              href={address({ plan: "new" })}
              variant="primary"
              scroll={false}
              icon={<Plus aria-hidden="true" />}
            >
              New plan
            </ButtonLink>
          ) : null
        }
      />
      <TabLinks
        label="Plans"
        className="px-gutter"
        current={address({ tab: tab === "archived" ? "archived" : "" })}
        items={[
          { label: "On sale", href: address({ tab: "" }), count: on_sale.length },
          { label: "Archived", href: address({ tab: "archived" }), count: archived.length },
        ]}
      />
      {shown.length > 0 ? (
        <PlansTable
          organization={org}
          plans={shown}
          locale={locale}
          locationNames={new Map(locations.map(({ id, name }) => [id, name]))}
          can_edit={can_edit}
          membersHref={(plan_id) =>
            `/manage/${org}/members?${new URLSearchParams({ plan_id, ...(location ? { location } : {}) })}`
          }
          editHref={(plan) => address({ plan })}
        />
      ) : tab === "archived" ? (
        <EmptyState title="No archived plans">
          Plans that you archive appear here. Members who bought them keep their memberships.
        </EmptyState>
      ) : (
        <EmptyState
          title="No plans yet"
          actions={
            can_edit ? (
              <ButtonLink href={address({ plan: "new" })} variant="primary" scroll={false}>
                New plan
              </ButtonLink>
            ) : null
          }
        >
          A plan defines the price, duration and access of a membership. Create one to start selling memberships.
        </EmptyState>
      )}
      {can_edit && (plan_id === "new" || edited) ? (
        <PlanSheet
          key={plan_id}
          organization={org}
          currency={currency}
          reader={{ locale, today: todayAt({ locale, time_zone, now: caller.clock.now().toString() }) }}
          locations={locations.map(({ id, name }) => ({ id, name }))}
          plan={edited}
          closeHref={address({ plan: "" })}
        />
      ) : null}
    </>
  );
}
