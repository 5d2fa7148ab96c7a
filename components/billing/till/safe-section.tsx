import { Section } from "@/components/ui/data/section";
import { formatDay, type LocaleContext } from "@/lib/client/format";
import { formatMoney } from "@/lib/values/money";
import { DepositForm } from "./deposit-form";

interface SafeSectionProps {
  organization: string;
  location_id: string;
  held_minor: number;
  currency: string;
  deposits: readonly { id: string; amount_minor: number; deposited_on: string; reference: string | null }[];
  localeContext: LocaleContext;
}

/** The cash that waits for the bank, and what was brought there. */
export function SafeSection(props: SafeSectionProps) {
  const { organization, location_id, held_minor, currency, deposits, localeContext } = props;
  const money = (minor: number) => formatMoney(minor, currency, localeContext.locale);
  return (
    <Section title="Safe and bank" meta={held_minor > 0 ? `${money(held_minor)} in the safe` : "The safe is empty"}>
      <div className="grid gap-x-8 gap-y-4 lg:grid-cols-2">
        {held_minor > 0 ? (
          <DepositForm
            key={held_minor}
            organization={organization}
            location_id={location_id}
            held_minor={held_minor}
            currency={currency}
            locale={localeContext.locale}
          />
        ) : (
          <p className="text-ink-3">Cash goes to the safe when a till is closed, or from the desk during the day.</p>
        )}
        {deposits.length > 0 ? (
          <ol aria-label="Brought to the bank" className="self-start">
            {deposits.map(({ id, amount_minor, deposited_on, reference }) => (
              <li key={id} className="flex gap-3 border-line border-t py-2 first:border-t-0">
                <span className="w-28 text-ink-3">{formatDay(deposited_on, localeContext)}</span>
                <span className="min-w-0 flex-1 truncate">{reference ?? "No slip number"}</span>
                <span className="font-medium text-ink">{money(amount_minor)}</span>
              </li>
            ))}
          </ol>
        ) : null}
      </div>
    </Section>
  );
}
