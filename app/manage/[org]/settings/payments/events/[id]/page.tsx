import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { EventState } from "@/components/gateways/events/event-state";
import { ReplayButton } from "@/components/gateways/events/replay-button";
import { Breadcrumb } from "@/components/ui/data/breadcrumb";
import { DescriptionList } from "@/components/ui/data/description-list";
import { PageHeader } from "@/components/ui/data/page-header";
import { Section } from "@/components/ui/data/section";
import { formatExact } from "@/lib/client/format";
import { zoneOf } from "@/lib/client/zones";
import { listGateways } from "@/lib/domain/gateways/connections";
import { getGatewayEvent } from "@/lib/domain/gateways/webhooks";
import { listLocations } from "@/lib/domain/organization/locations";
import { mayUse } from "@/lib/kernel/operation";

export const metadata: Metadata = { title: "Gateway event" };

type Props = { params: Promise<{ org: string; id: string }> };

export default async function GatewayEventPage({ params }: Props) {
  const { org, id } = await params;
  const caller = await pageCaller(org);
  const { organization } = caller;
  if (!organization || !mayUse(caller, getGatewayEvent.contract)) notFound();
  const [event, { data: gateways, choices }, { data: locations }] = await Promise.all([
    orNotFound(getGatewayEvent(caller, { id })),
    listGateways(caller, {}),
    listLocations(caller, {}),
  ]);
  const place = { locale: organization.locale, ...zoneOf(locations) };
  const { type, vendor, gateway_id, event_id, subject, ref, status, reason, tries, received_at, processed_at } = event;
  const gateway = gateways.find((one) => one.id === gateway_id);
  const label = choices.find((one) => one.vendor === vendor)?.label ?? vendor;
  const events = `/manage/${org}/settings/payments/events`;
  return (
    <>
      <PageHeader
        title={type}
        breadcrumb={<Breadcrumb items={[{ label: "Events", href: events }, { label: type }]} />}
        actions={<ReplayButton organization={org} id={id} />}
      />
      <div className="px-gutter py-6">
        <DescriptionList
          items={[
            { term: "State", detail: <EventState status={status} /> },
            ...(reason ? [{ term: "Why", detail: reason }] : []),
            {
              term: "Gateway",
              detail: [label, gateway?.legal_entity_name, gateway?.replaced_at ? "replaced" : null]
                .filter(Boolean)
                .join(", "),
            },
            { term: "Signature", detail: "Verified before it was stored" },
            { term: "Id at the gateway", detail: <code className="break-all text-12">{event_id}</code> },
            {
              term: "About",
              detail: (
                <span className="break-all">
                  {subject} {ref ? <code className="text-12">{ref}</code> : null}
                </span>
              ),
            },
            { term: "Received", detail: formatExact(received_at, place) },
            { term: "Processed", detail: processed_at ? formatExact(processed_at, place) : null },
            { term: "Tries", detail: String(tries) },
          ]}
        />
        <p className="mt-4 max-w-[44rem] text-ink-2">
          A replay asks the gateway what it says of the object now, and applies that. It is safe to repeat: what was
          booked is not booked again.
        </p>
      </div>
      <Section title="Content" meta="Names, addresses and numbers of cards are masked">
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
          tabIndex={0}
          className="mt-3 overflow-x-auto rounded-control bg-surface-2 p-3 text-12 text-ink"
        >
          {JSON.stringify(event.payload, null, 2)}
        </pre>
      </Section>
    </>
  );
}
