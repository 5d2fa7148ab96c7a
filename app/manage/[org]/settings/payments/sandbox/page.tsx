import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { pageCaller } from "@/app/page-caller";
import { PaymentSettingsParts } from "@/components/gateways/connections/payment-settings-parts";
import { ConnectSandbox } from "@/components/gateways/sandbox/connect-sandbox";
import { ObjectList } from "@/components/gateways/sandbox/object-list";
import { SandboxSettings } from "@/components/gateways/sandbox/sandbox-settings";
import { TestMethodList } from "@/components/gateways/sandbox/test-method-list";
import { SettingsHeader } from "@/components/organization/settings-header";
import { Pagination } from "@/components/ui/controls/pagination";
import { SegmentedLinks } from "@/components/ui/controls/segmented-links";
import { EmptyState } from "@/components/ui/data/empty-state";
import { Section } from "@/components/ui/data/section";
import type { LocaleContext } from "@/lib/client/format";
import { listUrl } from "@/lib/client/list-url";
import { zoneOf } from "@/lib/client/zones";
import { connectGateway } from "@/lib/domain/gateways/connections";
import { listSandboxObjects, readSandbox } from "@/lib/domain/gateways/sandbox";
import { listLocations } from "@/lib/domain/organization/locations";
import { Problem } from "@/lib/kernel/errors";
import { mayUse } from "@/lib/kernel/operation";
import { type SandboxListedKind, sandboxListedKinds } from "@/lib/values/sandbox/behaviour";
import { sandboxKindsFor } from "@/lib/values/sandbox/test-methods";

export const metadata: Metadata = { title: "Payment sandbox" };

type Props = { params: Promise<{ org: string }>; searchParams: Promise<{ kind?: string; cursor?: string }> };

const labels: Record<SandboxListedKind, string> = {
  payment: "Payments",
  method: "Methods",
  refund: "Refunds",
  dispute: "Disputes",
  payout: "Payouts",
  subscription: "Subscriptions",
  subscription_bill: "Subscription bills",
};

export default async function SandboxPage({ params, searchParams }: Props) {
  const { org } = await params;
  const { kind: chosen, cursor } = await searchParams;
  const caller = await pageCaller(org);
  const { organization } = caller;
  if (!organization || !mayUse(caller, readSandbox.contract)) notFound();
  const kind = sandboxListedKinds.find((one) => one === chosen) ?? "payment";
  const base = `/manage/${org}/settings/payments/sandbox`;
  const header = (
    <>
      <SettingsHeader organization={org} current="/payments" mayUse={(contract) => mayUse(caller, contract)} />
      <PaymentSettingsParts organization={org} current="/sandbox" />
    </>
  );
  const state = await readSandbox(caller, {}).catch(nullIfUnused);
  if (!state) {
    return (
      <>
        {header}
        <EmptyState title="The sandbox is not in use">
          The sandbox plays a payment vendor: test cards, banks and disputes, without an account. No money moves. It
          takes the place of the gateway that is connected now.
        </EmptyState>
        {mayUse(caller, connectGateway.contract) ? <ConnectSandbox organization={org} /> : null}
      </>
    );
  }
  const [{ data: objects, next_cursor }, { data: locations }] = await Promise.all([
    listSandboxObjects(caller, { kind, cursor }),
    listLocations(caller, {}),
  ]);
  const localeContext: LocaleContext = {
    locale: organization.locale,
    ...zoneOf(locations),
    now: caller.clock.now().toString(),
  };
  return (
    <>
      {header}
      <SandboxSettings organization={org} state={state} />
      <Section title="What the sandbox has">
        <div className="my-3 overflow-x-auto">
          <SegmentedLinks
            label="Kind"
            current={listUrl(base, { kind })}
            items={sandboxListedKinds.map((one) => ({ label: labels[one], href: listUrl(base, { kind: one }) }))}
          />
        </div>
        <ObjectList organization={org} kind={kind} objects={objects} localeContext={localeContext} />
        {next_cursor || cursor ? (
          <Pagination
            summary={`${objects.length} shown`}
            nextHref={next_cursor ? listUrl(base, { kind, cursor: next_cursor }) : null}
            firstHref={cursor ? listUrl(base, { kind }) : null}
          />
        ) : null}
      </Section>
      <Section title="Test methods">
        {sandboxKindsFor(organization.currency).map((one) => (
          <TestMethodList key={one} kind={one} />
        ))}
      </Section>
    </>
  );
}

/** Any vendor but the sandbox takes the payments. */
function nullIfUnused(error: unknown): null {
  if (error instanceof Problem && error.code === "conflict") return null;
  throw error;
}
