import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { CouponSheet } from "@/components/memberships/coupons/coupon-sheet-on-demand";
import { CouponsTable } from "@/components/memberships/coupons/coupons-table";
import { ButtonLink } from "@/components/ui/controls/button";
import { Pagination } from "@/components/ui/controls/pagination";
import { TabLinks } from "@/components/ui/controls/tab-links";
import { EmptyState } from "@/components/ui/data/empty-state";
import { PageHeader } from "@/components/ui/data/page-header";
import { todayAt } from "@/lib/client/format";
import { zoneOf } from "@/lib/client/zones";
import { listPlans } from "@/lib/domain/memberships/plans";
import { createCoupon, getCoupon, listCoupons } from "@/lib/domain/memberships/pricing";
import { listLocations } from "@/lib/domain/organization/locations";
import { mayUse } from "@/lib/kernel/operation";

export const metadata: Metadata = { title: "Coupons" };

type Query = { tab?: string; coupon?: string; cursor?: string };
type Props = { params: Promise<{ org: string }>; searchParams: Promise<Query> };

const pageSize = 50;

export default async function CouponsPage({ params, searchParams }: Props) {
  const { org } = await params;
  const { tab, coupon: coupon_id, cursor } = await searchParams;
  const caller = await pageCaller(org);
  if (!caller.organization || !caller.permissions.has("coupons.read")) notFound();
  const { locale, currency } = caller.organization;
  const can_edit = mayUse(caller, createCoupon.contract);
  const archived = tab === "archived";
  const [{ data: coupons, next_cursor }, { data: plans }, { data: locations }, edited] = await Promise.all([
    orNotFound(listCoupons(caller, { archived, limit: pageSize, ...(cursor ? { cursor } : {}) })),
    listPlans(caller, {}),
    listLocations(caller, {}),
    can_edit && coupon_id && coupon_id !== "new" ? orNotFound(getCoupon(caller, { id: coupon_id })) : null,
  ]);
  const base = `/manage/${org}/coupons`;
  const address = (query: Query) => {
    const given = Object.entries({ tab, ...query }).filter(([, value]) => value);
    return given.length > 0 ? `${base}?${new URLSearchParams(given as [string, string][])}` : base;
  };
  const now = caller.clock.now().toString();
  const today = todayAt({ locale, ...zoneOf(locations), now });
  const newLink = (
    <ButtonLink href={address({ coupon: "new" })} variant="primary" scroll={false} icon={<Plus aria-hidden="true" />}>
      New coupon
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title="Coupons" actions={can_edit ? newLink : null} />
      <TabLinks
        label="Coupons"
        className="px-gutter"
        current={address({ tab: archived ? "archived" : "" })}
        items={[
          { label: "Offered", href: address({ tab: "" }) },
          { label: "Archived", href: address({ tab: "archived" }) },
        ]}
      />
      {coupons.length > 0 ? (
        <>
          <CouponsTable
            coupons={coupons}
            reader={{ locale, today }}
            planNames={new Map(plans.map(({ id, name }) => [id, name]))}
            editHref={can_edit ? (id) => address({ coupon: id }) : null}
          />
          <Pagination
            className="px-gutter"
            summary={coupons.length === 1 ? "1 coupon" : `${coupons.length} coupons, newest first`}
            pageSize={pageSize}
            nextHref={next_cursor ? address({ cursor: next_cursor }) : null}
            firstHref={cursor ? address({}) : null}
          />
        </>
      ) : archived ? (
        <EmptyState title="No archived coupons">
          Coupons that you archive appear here. Discounts that were given continue.
        </EmptyState>
      ) : (
        <EmptyState title="No coupons yet" actions={can_edit ? newLink : null}>
          A coupon takes a percentage or an amount off a new membership. Members name its code at the desk.
        </EmptyState>
      )}
      {can_edit && (coupon_id === "new" || edited) ? (
        <CouponSheet
          key={coupon_id}
          organization={org}
          currency={currency}
          locale={locale}
          plans={plans.map(({ id, name }) => ({ id, name }))}
          coupon={edited}
          closeHref={address({ coupon: "" })}
        />
      ) : null}
    </>
  );
}
