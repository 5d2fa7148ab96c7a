import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { WithRail } from "@/components/layout/with-rail";
import { RailSection } from "@/components/members/contact-rail";
import { titleOf } from "@/components/messages/notifications/message";
import { MessageFacts } from "@/components/messages/notifications/message-facts";
import { MessageHistory } from "@/components/messages/notifications/message-history";
import { isRetryable } from "@/components/messages/notifications/message-labels";
import { MessageStateBadge } from "@/components/messages/notifications/message-state";
import { MessageText } from "@/components/messages/notifications/message-text";
import { RetryButton } from "@/components/messages/notifications/retry-button";
import { Breadcrumb } from "@/components/ui/data/breadcrumb";
import { Callout } from "@/components/ui/data/callout";
import { PageHeader } from "@/components/ui/data/page-header";
import type { LocaleContext } from "@/lib/client/format";
import { zoneOf } from "@/lib/client/zones";
import { getMessage } from "@/lib/domain/messages/notifications";
import { listLocations } from "@/lib/domain/organization/locations";

type Props = { params: Promise<{ org: string; id: string }> };

const messageOf = cache(async (org: string, id: string) => {
  const caller = await pageCaller(org);
  if (!caller.organization || !caller.permissions.has("messages.read")) notFound();
  return { caller, organization: caller.organization, message: await orNotFound(getMessage(caller, { id })) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, id } = await params;
  return { title: titleOf((await messageOf(org, id)).message) };
}

export default async function MessagePage({ params }: Props) {
  const { org, id } = await params;
  const { caller, organization, message } = await messageOf(org, id);
  const { data: locations } = await listLocations(caller, { include_archived: true });
  const localeContext: LocaleContext = {
    locale: organization.locale,
    ...zoneOf(locations),
    now: caller.clock.now().toString(),
  };
  const manage = `/manage/${org}`;
  const title = titleOf(message);
  const { state, explanation, member_id, bulk_id } = message;
  return (
    <div className="flex h-full min-h-0 flex-col max-lg:h-auto">
      <PageHeader
        title={title}
        breadcrumb={<Breadcrumb items={[{ label: "Messages", href: `${manage}/messages` }, { label: title }]} />}
        actions={
          isRetryable(state) && caller.permissions.has("messages.send") ? (
            <RetryButton organization={org} message={message} />
          ) : null
        }
      />
      <WithRail
        label="About this message"
        rail={
          <>
            <RailSection title="History">
              <MessageHistory message={message} localeContext={localeContext} />
            </RailSection>
            <RailSection title="Details">
              <MessageFacts
                message={message}
                memberHref={member_id ? `${manage}/members/${member_id}` : null}
                bulkHref={bulk_id ? `${manage}/messages/bulk/${bulk_id}` : null}
              />
            </RailSection>
          </>
        }
      >
        <div className="px-gutter py-5">
          <div className="flex flex-wrap items-center gap-3 pb-3">
            <p className="min-w-0 text-20 font-strong text-ink tracking-tight [overflow-wrap:anywhere]">{title}</p>
            <MessageStateBadge state={state} size="lg" />
          </div>
          {explanation ? (
            <Callout tone={state === "failed" ? "bad" : state === "held" || state === "unknown" ? "warn" : "plain"}>
              {explanation}
            </Callout>
          ) : null}
          <MessageText text={message.text} />
        </div>
      </WithRail>
    </div>
  );
}
