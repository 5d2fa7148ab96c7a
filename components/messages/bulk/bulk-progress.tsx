"use client";

import type { ReactNode } from "react";
import { MessageStateBadge } from "@/components/messages/notifications/message-state";
import { Button } from "@/components/ui/controls/button";
import { NumberLink } from "@/components/ui/controls/number-link";
import { Callout } from "@/components/ui/data/callout";
import { LiveDot } from "@/components/ui/data/live-dot";
import { PageHeader } from "@/components/ui/data/page-header";
import { ProgressBar } from "@/components/ui/data/progress-bar";
import { formatCount, formatDateTime, type LocaleContext, lowercaseRelativeDay } from "@/lib/client/format";
import { type MessageState, messageStates } from "@/lib/values/notifications";
import { type BulkMessage, isMoving, isStoppable, memberCountText, processedCount } from "./bulk";
import { BulkStateBadge } from "./bulk-state";
import { StopButton } from "./stop-button";
import { useBulk } from "./use-bulk";

interface BulkProgressProps {
  organization: string;
  bulk: BulkMessage;
  localeContext: LocaleContext;
  breadcrumb: ReactNode;
  /** The message log, filtered by this bulk message. */
  logHref: string;
  mayStop: boolean;
}

export function BulkProgress({
  organization,
  bulk: initial,
  localeContext,
  breadcrumb,
  logHref,
  mayStop,
}: BulkProgressProps) {
  const { bulk, cancel, retry } = useBulk(organization, initial);
  const { name, state, failure, recipients, counts, scheduled_at, finished_at } = bulk;
  const done = processedCount(bulk);
  const tenths = recipients > 0 ? Math.floor((done / recipients) * 10) : 0;
  const title = titleOf(bulk, localeContext);
  return (
    <>
      <PageHeader
        title={name}
        breadcrumb={breadcrumb}
        meta={isMoving(bulk) ? <LiveDot>Live</LiveDot> : null}
        actions={
          mayStop && isStoppable(bulk) ? <StopButton bulk={bulk} cancel={cancel} locale={localeContext.locale} /> : null
        }
      />
      <section aria-label="Progress" className="flex flex-col gap-4 border-line border-b px-gutter py-5">
        <div className="flex flex-wrap items-center gap-3">
          <p className="min-w-0 text-20 font-strong text-ink tracking-tight [overflow-wrap:anywhere]">{title}</p>
          <BulkStateBadge state={state} size="lg" />
        </div>
        {failure ? (
          <Callout tone="bad" role="alert">
            {failure}
          </Callout>
        ) : null}
        {state === "failed" && mayStop ? (
          <Button variant="primary" className="self-start" busy={retry.isPending} onClick={() => retry.mutate()}>
            Try again
          </Button>
        ) : null}
        {retry.error ? (
          <Callout tone="bad" role="alert">
            {retry.error.message}
          </Callout>
        ) : null}
        {state === "scheduled" && scheduled_at ? null : (
          <>
            <ProgressBar label={name} value={done} max={Math.max(recipients, 1)} className="max-w-[44rem]" />
            <p className="text-ink-3">
              <NumberLink href={logHref}>{formatCount(done, localeContext.locale)}</NumberLink> of{" "}
              {memberCountText(recipients, localeContext.locale)} processed
              {finished_at ? `, finished ${lowercaseRelativeDay(formatDateTime(finished_at, localeContext))}` : null}
            </p>
            <p role="status" className="sr-only">
              {isMoving(bulk) ? `${name}, ${tenths * 10} percent` : title}
            </p>
          </>
        )}
        <ul
          aria-label="Messages by state"
          className="grid max-w-[44rem] grid-cols-[repeat(auto-fill,minmax(8rem,1fr))] gap-4"
        >
          {messageStates
            .filter((one) => (counts[one] ?? 0) > 0)
            .map((one) => (
              <StateCount
                key={one}
                state={one}
                count={counts[one] ?? 0}
                locale={localeContext.locale}
                logHref={logHref}
              />
            ))}
        </ul>
      </section>
    </>
  );
}

interface StateCountProps {
  state: MessageState;
  count: number;
  locale: string;
  logHref: string;
}

function StateCount({ state, count, locale, logHref }: StateCountProps) {
  return (
    <li className="flex flex-col items-start gap-1">
      <MessageStateBadge state={state} />
      <span className="text-26 font-strong text-ink tracking-tight">
        <NumberLink href={`${logHref}&state=${state}`}>{formatCount(count, locale)}</NumberLink>
      </span>
    </li>
  );
}

function titleOf({ state, scheduled_at, waits_until, name }: BulkMessage, localeContext: LocaleContext): string {
  if (state === "scheduled" && scheduled_at)
    return `Scheduled for ${lowercaseRelativeDay(formatDateTime(scheduled_at, localeContext))}`;
  if (state === "preparing") return "Preparing recipients";
  if (state === "failed") return "Stopped before all messages were sent";
  if (state !== "sending") return name;
  return waits_until
    ? `Quiet hours: resumes ${lowercaseRelativeDay(formatDateTime(waits_until, localeContext))}`
    : "Sending";
}
