import { TriangleAlert } from "lucide-react";
import { ChannelIcon } from "@/components/messages/notifications/channel-mark";
import { channelLabels } from "@/components/messages/notifications/message-labels";
import { ButtonLink } from "@/components/ui/controls/button";
import { NumberLink } from "@/components/ui/controls/number-link";
import { Badge, Shape } from "@/components/ui/data/badge";
import { Callout } from "@/components/ui/data/callout";
import { Section } from "@/components/ui/data/section";
import { formatCount, formatDateTime, type LocaleContext, lowercaseRelativeDay } from "@/lib/client/format";
import { asSentence } from "@/lib/values/sentence";
import type { Provider } from "./provider";
import { TestButton } from "./test-button";
import { WebhookUrl } from "./webhook-url";

interface ProviderListProps {
  organization: string;
  providers: readonly Provider[];
  localeContext: LocaleContext;
  editHref: (channel: string) => string;
  /** The message log, filtered by the waiting messages of a channel. */
  waitingHref: (channel: string) => string;
}

export function ProviderList({ organization, providers, localeContext, editHref, waitingHref }: ProviderListProps) {
  return providers.map((provider) => {
    const { channel, failing_since, failure, waiting, webhook_url } = provider;
    return (
      <Section
        key={channel}
        title={
          <span className="flex items-center gap-2">
            <ChannelIcon channel={channel} />
            {channelLabels[channel]}
          </span>
        }
        meta={<ProviderState provider={provider} />}
        action={
          <>
            <TestButton organization={organization} channel={channel} />
            <ButtonLink href={editHref(channel)} size="sm" scroll={false}>
              {provider.owner === "organization" ? "Change" : "Set up"}
            </ButtonLink>
          </>
        }
      >
        <div className="mt-2 flex max-w-[44rem] flex-col gap-3">
          <p className="text-ink-2">{providerText(provider)}</p>
          {failing_since ? (
            <Callout
              tone="bad"
              title={`Failing since ${lowercaseRelativeDay(formatDateTime(failing_since, localeContext))}`}
            >
              {failure ? asSentence(failure) : null}{" "}
              {waiting > 0 ? (
                <>
                  <NumberLink href={waitingHref(channel)}>{formatCount(waiting, localeContext.locale)}</NumberLink>{" "}
                  {waiting === 1 ? "message is" : "messages are"} waiting for valid credentials.
                </>
              ) : null}
            </Callout>
          ) : null}
          {webhook_url ? <WebhookUrl url={webhook_url} /> : null}
        </div>
      </Section>
    );
  });
}

function ProviderState({ provider: { failing_since, owner, vendor } }: { provider: Provider }) {
  if (failing_since) {
    return (
      <Badge tone="bad" icon={<TriangleAlert aria-hidden="true" />}>
        Failing
      </Badge>
    );
  }
  if (owner === "organization" && vendor !== "local") {
    return (
      <Badge tone="good" icon={<Shape />}>
        Active
      </Badge>
    );
  }
  return (
    <Badge tone="mute" icon={<Shape shape="ring" />}>
      {vendor === "local" ? "Not sent" : "Installation account"}
    </Badge>
  );
}

function providerText({ choices, vendor, owner, settings, secrets }: Provider): string {
  if (vendor === "local") return "No provider. These messages are stored in the outbox of this server and not sent.";
  const label = choices.find((choice) => choice.vendor === vendor)?.label ?? vendor;
  if (owner === "installation") return `Sent through ${label} with the account of this installation.`;
  const values = Object.values(settings).filter((value) => value !== "" && value !== null);
  const credentials = secrets.length > 0 ? " The credentials are stored encrypted." : "";
  return `Sent through ${label}${values.length > 0 ? `: ${values.join(", ")}` : ""}.${credentials}`;
}
