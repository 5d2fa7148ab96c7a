import { ButtonLink } from "@/components/ui/controls/button";
import { Callout } from "@/components/ui/data/callout";
import { DescriptionList } from "@/components/ui/data/description-list";
import { Section } from "@/components/ui/data/section";
import { formatDateTime, type LocaleContext, lowercaseRelativeDay } from "@/lib/client/format";
import { asSentence } from "@/lib/values/sentence";
import { BillingCycle } from "./billing-cycle";
import { DisconnectButton } from "./disconnect-button";
import type { Gateway, GatewayChoice } from "./gateway";
import { GatewayState } from "./gateway-state";
import { TestGatewayButton } from "./test-gateway-button";
import { WebhookInstructions } from "./webhook-instructions";

interface GatewaySectionProps {
  organization: string;
  /** Whose payments go through it. */
  title: string;
  /** Null: money comes by hand, or by the gateway of all entities. */
  gateway: Gateway | null;
  withoutGateway: string;
  choices: readonly GatewayChoice[];
  localeContext: LocaleContext;
  connectHref: string;
  editHref: (id: string) => string;
}

/** The gateway of new payments of a legal entity. */
export function GatewaySection(props: GatewaySectionProps) {
  const { organization, title, gateway, withoutGateway, choices, localeContext, connectHref, editHref } = props;
  if (!gateway)
    return (
      <Section
        title={title}
        action={
          <ButtonLink href={connectHref} size="sm" scroll={false}>
            Connect…
          </ButtonLink>
        }
      >
        <p className="mt-2 max-w-[44rem] text-ink-2">{withoutGateway}</p>
      </Section>
    );
  const label = labelOf(gateway, choices);
  const { id, version, vendor, failing_since, failure } = gateway;
  return (
    <Section
      title={`${title}: ${label}`}
      meta={<GatewayState gateway={gateway} />}
      action={
        <>
          <TestGatewayButton organization={organization} id={id} label={label} />
          {vendor === "sandbox" ? null : (
            <ButtonLink href={editHref(id)} size="sm" scroll={false}>
              Change keys
            </ButtonLink>
          )}
          <ButtonLink href={connectHref} size="sm" scroll={false}>
            Switch…
          </ButtonLink>
          <DisconnectButton organization={organization} id={id} version={version} label={label} />
        </>
      }
    >
      <div className="mt-2 flex max-w-[44rem] flex-col gap-4">
        {failing_since ? (
          <Callout
            tone="bad"
            title={`Charges wait since ${lowercaseRelativeDay(formatDateTime(failing_since, localeContext))}`}
          >
            {failure ? asSentence(failure) : null} Change the keys, then test them. What waits is charged within ten
            minutes.
          </Callout>
        ) : null}
        <GatewayFacts gateway={gateway} choices={choices} localeContext={localeContext} />
        <BillingCycle organization={organization} gateway={gateway} label={label} />
        <WebhookInstructions gateway={gateway} />
      </div>
    </Section>
  );
}

export const labelOf = ({ vendor }: Gateway, choices: readonly GatewayChoice[]): string =>
  choices.find((choice) => choice.vendor === vendor)?.label ?? vendor;

type Facts = Pick<GatewaySectionProps, "choices" | "localeContext"> & { gateway: Gateway };

/** The account and its keys. Secrets are named, and never shown. */
export function GatewayFacts({ gateway, choices, localeContext }: Facts) {
  const { vendor, account_name, account_ref, settings, secrets, last_event_at } = gateway;
  const fields = choices.find((choice) => choice.vendor === vendor)?.fields ?? [];
  return (
    <DescriptionList
      items={[
        {
          term: "Account",
          detail: [account_name, account_ref].filter(Boolean).join(", ") || "Not known yet. Test the keys.",
        },
        ...fields.map(({ name, label, is_secret }) => ({
          term: label,
          detail: is_secret ? (
            secrets.includes(name) ? (
              "Stored encrypted, never shown"
            ) : (
              "Not entered"
            )
          ) : (
            <code className="break-all text-12">{settings[name] ?? "—"}</code>
          ),
        })),
        { term: "Last event", detail: last_event_at ? formatDateTime(last_event_at, localeContext) : "None yet" },
      ]}
    />
  );
}
