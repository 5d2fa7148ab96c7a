import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { pageCaller } from "@/app/page-caller";
import type { Gateway } from "@/components/gateways/connections/gateway";
import { GatewayFacts, GatewaySection, labelOf } from "@/components/gateways/connections/gateway-section";
import { GatewaySheet } from "@/components/gateways/connections/gateway-sheet-on-demand";
import { GatewayState } from "@/components/gateways/connections/gateway-state";
import { PaymentSettingsParts } from "@/components/gateways/connections/payment-settings-parts";
import { WebhookInstructions } from "@/components/gateways/connections/webhook-instructions";
import { SettingsHeader } from "@/components/organization/settings-header";
import { Section } from "@/components/ui/data/section";
import { formatDateTime, type LocaleContext, lowercaseRelativeDay } from "@/lib/client/format";
import { listUrl } from "@/lib/client/list-url";
import { zoneOf } from "@/lib/client/zones";
import { listLegalEntities } from "@/lib/domain/billing/entities";
import { listGateways } from "@/lib/domain/gateways/connections";
import { listGatewayEvents } from "@/lib/domain/gateways/webhooks";
import { listLocations } from "@/lib/domain/organization/locations";
import { mayUse } from "@/lib/kernel/operation";

export const metadata: Metadata = { title: "Payment gateways" };

type Props = { params: Promise<{ org: string }>; searchParams: Promise<{ connect?: string; edit?: string }> };

/** The word in the address for a gateway of all legal entities. */
const all = "all";

export default async function PaymentGatewaysPage({ params, searchParams }: Props) {
  const { org } = await params;
  const { connect, edit } = await searchParams;
  const caller = await pageCaller(org);
  const { organization } = caller;
  if (!organization || !mayUse(caller, listGateways.contract)) notFound();
  const [{ data: gateways, choices }, { data: entities }, { data: locations }, { waiting }] = await Promise.all([
    listGateways(caller, {}),
    listLegalEntities(caller, {}),
    listLocations(caller, {}),
    listGatewayEvents(caller, { limit: 1 }),
  ]);
  const localeContext: LocaleContext = {
    locale: organization.locale,
    ...zoneOf(locations),
    now: caller.clock.now().toString(),
  };
  const base = `/manage/${org}/settings/payments`;
  const current = gateways.filter(({ replaced_at }) => replaced_at === null);
  const replaced = gateways.filter(({ replaced_at }) => replaced_at !== null);
  const gatewayOf = (legal_entity_id: string | null): Gateway | null =>
    current.find((one) => one.legal_entity_id === legal_entity_id) ?? null;
  const ofAll = gatewayOf(null);
  const edited = current.find(({ id, vendor }) => id === edit && vendor !== "sandbox") ?? null;
  const entity = entities.find(({ id }) => id === connect);
  const connecting = connect === all ? { id: null, title: "all legal entities" } : entity && titled(entity);
  const before = connecting ? gatewayOf(connecting.id) : null;
  const shared = { organization: org, choices, localeContext, editHref: (id: string) => listUrl(base, { edit: id }) };
  return (
    <>
      <SettingsHeader organization={org} current="/payments" mayUse={(contract) => mayUse(caller, contract)} />
      <PaymentSettingsParts organization={org} current="" quarantined={waiting.quarantined} />
      <GatewaySection
        {...shared}
        title={entities.length > 1 ? "All legal entities" : "Online payments"}
        gateway={ofAll}
        withoutGateway="No gateway is connected, so money comes by hand. Connect Stripe or Razorpay to charge cards and bank accounts, or the sandbox to try it without money."
        connectHref={listUrl(base, { connect: all })}
      />
      {entities.length > 1
        ? entities.map(({ id, legal_name }) => (
            <GatewaySection
              key={id}
              {...shared}
              title={legal_name}
              gateway={gatewayOf(id)}
              withoutGateway={
                ofAll
                  ? `Its payments go through ${labelOf(ofAll, choices)}, the gateway of all legal entities.`
                  : "Its money comes by hand."
              }
              connectHref={listUrl(base, { connect: id })}
            />
          ))
        : null}
      {replaced.map((gateway) => (
        <Section
          key={gateway.id}
          title={`${labelOf(gateway, choices)}, ${gateway.legal_entity_name ?? "all legal entities"}`}
          meta={<GatewayState gateway={gateway} />}
        >
          <div className="mt-2 flex max-w-[44rem] flex-col gap-4">
            <p className="text-ink-2">
              No new payments since {lowercaseRelativeDay(formatDateTime(gateway.replaced_at ?? "", localeContext))}.
              Its refunds, its events and the cards that payers saved there stay with it.
            </p>
            <GatewayFacts gateway={gateway} choices={choices} localeContext={localeContext} />
            <WebhookInstructions gateway={gateway} />
          </div>
        </Section>
      ))}
      {edited || connecting ? (
        <GatewaySheet
          key={edited ? `${edited.id} ${edited.version}` : connect}
          organization={org}
          choices={choices}
          gateway={edited}
          connecting={
            connecting
              ? {
                  ...{ legal_entity_id: connecting.id, title: connecting.title },
                  replaced: before && labelOf(before, choices),
                }
              : null
          }
          closeHref={base}
        />
      ) : null}
    </>
  );
}

const titled = ({ id, legal_name }: { id: string; legal_name: string }) => ({ id, title: legal_name });
