import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { type ReactNode, Suspense } from "react";
import { pageCaller } from "@/app/page-caller";
import { SignOutButton } from "@/components/identity/sign-out-button";
import { AppShell } from "@/components/layout/app-shell";
import { BottomBar } from "@/components/layout/bottom-bar";
import { LocationChoice } from "@/components/layout/location-switcher";
import { logoOf } from "@/components/layout/logo";
import { ManageCommands } from "@/components/layout/manage-commands";
import { MoreMenu } from "@/components/layout/more-menu";
import { OrganizationSwitcher } from "@/components/layout/organization-switcher";
import { SidebarNav } from "@/components/layout/sidebar-nav";
import { UserMenu } from "@/components/layout/user-menu";
import { NoticeBell } from "@/components/messages/staff-notices/notice-bell";
import { TextLink } from "@/components/ui/controls/text-link";
import { Callout } from "@/components/ui/data/callout";
import type { LocaleContext } from "@/lib/client/format";
import { zoneOf } from "@/lib/client/zones";
import { listGateways } from "@/lib/domain/gateways/connections";
import { readOpenWork } from "@/lib/domain/insight/dashboard";
import { listProviders } from "@/lib/domain/messages/providers";
import { listOrganizations } from "@/lib/domain/organization";
import { listLocations } from "@/lib/domain/organization/locations";
import { callerWithoutOrganization } from "@/lib/kernel/caller";
import { mayUse } from "@/lib/kernel/operation";
import { roleNames } from "@/lib/values/role-names";
import { GatewayBanner } from "./gateway-banner";
import { footItems, importPage, mainItems, openGymItem, phoneItems } from "./navigation";
import { ProviderBanner } from "./provider-banner";

type Props = { children: ReactNode; params: Promise<{ org: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organization } = await pageCaller((await params).org);
  return { title: { default: organization?.name ?? "", template: `%s · ${organization?.name}` } };
}

export default async function ManageLayout({ children, params }: Props) {
  const { org } = await params;
  const caller = await pageCaller(org);
  const { organization, actor, permissions, roles } = caller;
  if (!organization || actor.type !== "user" || !permissions.has("members.read")) notFound();
  const [{ data: locations }, { data: organizations }, work] = await Promise.all([
    listLocations(caller, {}),
    listOrganizations(callerWithoutOrganization(caller), {}),
    readOpenWork(caller),
  ]);
  const localeContext: LocaleContext = {
    locale: organization.locale,
    ...zoneOf(locations),
    now: caller.clock.now().toString(),
  };
  const main = mainItems(org, permissions, work);
  const foot = footItems(org, permissions);
  const bar = phoneItems(org, permissions);
  const inBar = new Set(bar.map(({ href }) => href));
  const open_href = roles.has("gym_owner") ? "/open-gym" : undefined;
  // Phones do not show the switcher.
  const more = [...main, ...foot, ...(open_href ? [openGymItem(open_href)] : [])];
  const role = roleNames[[...roles].find((name) => name !== "member") ?? "receptionist"];
  return (
    <AppShell
      brand={organization.brand_color}
      switcher={
        <Suspense>
          <OrganizationSwitcher
            current={{ id: organization.id, name: organization.name, logo: logoOf(organization) }}
            subtitle={locations.length === 1 ? locations[0]?.name : undefined}
            organizations={organizations
              .filter((one) => one.roles.some((role) => role !== "member"))
              .map(({ id, name, slug }) => ({ id, name, href: `/manage/${slug}` }))}
            open_href={open_href}
          >
            {locations.length > 1 ? <LocationChoice locations={locations} /> : null}
          </OrganizationSwitcher>
        </Suspense>
      }
      search={
        <ManageCommands
          organization={org}
          pages={[...main, ...foot, ...(permissions.has("members.import") ? [importPage(org)] : [])].map(
            ({ label, href }) => ({ label, href }),
          )}
          canCheckIn={permissions.has("check_ins.create")}
          canAddMembers={permissions.has("members.write")}
          canSendBulk={permissions.has("messages.send_bulk")}
        />
      }
      navigation={<SidebarNav label="Main" items={main} />}
      footNavigation={<SidebarNav label="More" items={foot} />}
      user={
        <UserMenu
          name={actor.name}
          role={role}
          links={caller.member_id ? [{ label: "Your member page", href: `/me/${org}` }] : []}
          signOut={<SignOutButton />}
        />
      }
      banner={
        <>
          {roles.has("super_admin") ? (
            <Callout tone="warn" role="status" className="m-2">
              You have support access to this gym. The gym sees what you do.{" "}
              <TextLink href="/platform">End access on the platform page</TextLink>.
            </Callout>
          ) : null}
          {mayUse(caller, listProviders.contract) ? (
            <Suspense>
              <ProviderBanner organization={org} />
            </Suspense>
          ) : null}
          {mayUse(caller, listGateways.contract) ? (
            <Suspense>
              <GatewayBanner organization={org} />
            </Suspense>
          ) : null}
        </>
      }
      bell={
        permissions.has("notices.read_own") ? <NoticeBell organization={org} localeContext={localeContext} /> : null
      }
      bottom={
        <BottomBar
          items={bar}
          more={
            <MoreMenu items={more.filter(({ href }) => !inBar.has(href))}>
              {locations.length > 1 ? <LocationChoice locations={locations} /> : null}
            </MoreMenu>
          }
        />
      }
    >
      {children}
    </AppShell>
  );
}
