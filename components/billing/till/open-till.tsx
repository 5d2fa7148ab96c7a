import { Section } from "@/components/ui/data/section";
import { formatTime } from "@/lib/client/format";
import { formatMoney } from "@/lib/values/money";
import { MoveCashForm } from "./cash-form";
import { CloseTillForm } from "./close-till-form";
import { MovementsList, type MovementsListProps } from "./movements-list";

interface OpenTillProps {
  organization: string;
  session: { id: string; currency: string; float_minor: number; opened_at: string };
  movements: MovementsListProps["movements"];
  locale: string;
  time_zone: string;
  reportHref: string;
}

/** What moved today, cash without a payment, and the count. What the drawer should hold is not shown: the count is blind. */
export function OpenTill({ organization, session, movements, locale, time_zone, reportHref }: OpenTillProps) {
  const { id, currency, float_minor, opened_at } = session;
  return (
    <div className="grid gap-8 lg:grid-cols-[2fr_1fr]">
      <div className="flex flex-col gap-8">
        <Section
          title="Cash today"
          meta={`Open since ${formatTime(opened_at, { locale, time_zone })} with ${formatMoney(float_minor, currency, locale)}`}
        >
          {movements.length > 0 ? (
            <MovementsList movements={movements} currency={currency} locale={locale} time_zone={time_zone} />
          ) : (
            <p className="text-ink-3">No cash has moved yet.</p>
          )}
        </Section>
        <Section title="Close the till">
          <CloseTillForm organization={organization} session={session} locale={locale} reportHref={reportHref} />
        </Section>
      </div>
      <Section title="Cash in or out">
        <MoveCashForm organization={organization} currency={currency} locale={locale} session_id={id} />
      </Section>
    </div>
  );
}
