import { Callout } from "@/components/ui/data/callout";
import { Section } from "@/components/ui/data/section";
import { formatDay, type LocaleContext } from "@/lib/client/format";
import type { Output } from "@/lib/contracts/contract";
import type { getSubscriptionOptions } from "@/lib/contracts/gateways/gateway-subscriptions";
import { dayAt } from "@/lib/values/calendar-day";
import { formatMoney } from "@/lib/values/money";
import { asSentence } from "@/lib/values/sentence";
import { CancelSubscription, StartSubscription } from "./subscription-actions";

type Options = Output<typeof getSubscriptionOptions>;
type Subscription = NonNullable<Options["subscription"]>;

interface CollectedByProps {
  organization: string;
  membership_id: string;
  options: Options;
  mayChange: boolean;
  localeContext: LocaleContext;
}

const vendorWords: Record<Subscription["vendor"], string> = {
  sandbox: "the sandbox",
  stripe: "Stripe",
  razorpay: "Razorpay",
};

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Who collects the membership: FitFlow, or the gateway with its next bill. Nothing where only FitFlow can. */
export function CollectedBy({ organization, membership_id, options, mayChange, localeContext }: CollectedByProps) {
  const { subscription, is_offered, start_blocker } = options;
  if (!is_offered && !subscription) return null;
  const live = subscription?.ended_at === null ? subscription : null;
  const vendor = subscription ? vendorWords[subscription.vendor] : "the gateway";
  const canStart = mayChange && !live && start_blocker === null;
  return (
    <Section
      title="Collected by"
      action={
        live && mayChange && !live.is_ending && live.status !== "reserved" ? (
          <CancelSubscription organization={organization} id={live.id} vendor={vendor} />
        ) : canStart ? (
          <StartSubscription organization={organization} membership_id={membership_id} vendor={vendor} />
        ) : null
      }
    >
      <div className="mt-2 flex max-w-[44rem] flex-col gap-3">
        {live ? (
          <Live subscription={live} vendor={vendor} localeContext={localeContext} />
        ) : (
          <p>FitFlow charges the invoices of this membership.</p>
        )}
        {!live && subscription ? <p className="text-ink-2">{endedWords(subscription, vendor)}</p> : null}
        {!live && is_offered && start_blocker ? <p className="text-ink-2">{start_blocker}</p> : null}
      </div>
    </Section>
  );
}

type LiveProps = { subscription: Subscription; vendor: string; localeContext: LocaleContext };

function Live({ subscription, vendor, localeContext }: LiveProps) {
  const { status, amount_minor, currency, next_bill_at, is_ending, method_label, failure, last_bill } = subscription;
  const day = next_bill_at
    ? formatDay(dayAt(next_bill_at, localeContext.time_zone), localeContext)
    : formatDay(subscription.first_on, localeContext);
  const money = formatMoney(amount_minor, currency, localeContext.locale);
  const method = method_label ? `, to ${method_label}` : "";
  return (
    <>
      <p>
        {status === "reserved"
          ? `${upper(vendor)} has not answered yet. FitFlow asks again within minutes.`
          : status === "requires_action"
            ? `The payer must allow it at ${vendor} first.`
            : is_ending
              ? `${upper(vendor)} bills until ${day}, and FitFlow charges from then on.`
              : status === "paused"
                ? `${upper(vendor)} bills nothing while the membership is frozen.`
                : `${upper(vendor)} bills ${money} on ${day}${method}.`}
      </p>
      {status === "requires_action" && subscription.action_url ? (
        <p>
          Send this address to the payer: <code className="break-all text-12">{subscription.action_url}</code>
        </p>
      ) : null}
      {status === "overdue" || last_bill?.status === "failed" ? (
        <Callout tone="bad" title="The last bill is unpaid">
          {last_bill?.failure ? `${asSentence(last_bill.failure)} ` : null}
          It is {upper(vendor)} that tries again, by its own rules. FitFlow does not.
        </Callout>
      ) : null}
      {failure ? (
        <Callout tone="warn" title={`${upper(vendor)} could not follow a change`}>
          {asSentence(failure)}
        </Callout>
      ) : null}
    </>
  );
}

const endedWords = ({ end_reason, failure }: Subscription, vendor: string): string => {
  if (end_reason === "not_started")
    return `The subscription at ${vendor} did not start. ${failure ? asSentence(failure) : ""}`.trim();
  if (end_reason === "by_gateway") return `${upper(vendor)} ended the last subscription.`;
  if (end_reason === "payer_changed") return `The last subscription at ${vendor} ended, because the payer changed.`;
  return `The last subscription at ${vendor} has ended.`;
};
