import { pageCaller } from "@/app/page-caller";
import { DunningTimeLine } from "@/components/dunning/time-line";
import { TextLink } from "@/components/ui/controls/text-link";
import { Section } from "@/components/ui/data/section";
import type { LocaleContext } from "@/lib/client/format";
import { getDunning, listDunning } from "@/lib/domain/dunning";

interface FailedPaymentsProps {
  org: string;
  member_id: string;
  localeContext: LocaleContext;
}

const most = 10;

/** The time line of each invoice of the member whose payment failed. Nothing where there is none. */
export async function FailedPayments({ org, member_id, localeContext }: FailedPaymentsProps) {
  const caller = await pageCaller(org);
  const { data } = await listDunning(caller, { member_id, limit: most });
  if (data.length === 0) return null;
  const stories = await Promise.all(data.map(({ id }) => getDunning(caller, { id })));
  const manage = `/manage/${org}`;
  return (
    <Section
      title="Failed payments"
      action={<TextLink href={`${manage}/dunning?member=${member_id}`}>Open the board</TextLink>}
    >
      {stories.map((story) => (
        <DunningTimeLine
          key={story.id}
          story={story}
          context={{ ...localeContext, time_zone: story.time_zone }}
          invoiceHref={`${manage}/invoices/${story.invoice_id}`}
        />
      ))}
    </Section>
  );
}
