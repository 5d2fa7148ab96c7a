import { Sentence } from "@/components/ui/data/sentence";
import { formatMoney } from "@/lib/values/money";
import type { DunningSummary } from "./case";

const lately = 60;

/** How much is unpaid, what is tried next, and how much came in after all. */
export function SummarySentence({ summary, locale }: { summary: DunningSummary; locale: string }) {
  const { payers, cases, amounts, groups, refused_lately } = summary;
  const soon = groups.find(({ group }) => group === "retry_soon");
  const money = (all: DunningSummary["amounts"]) =>
    all.map(({ amount_minor, currency }) => formatMoney(amount_minor, currency, locale)).join(" and ");
  return (
    <Sentence>
      {cases > 0 ? (
        <>
          <b>{payers === 1 ? "1 payer" : `${payers} payers`}</b> {payers === 1 ? "owes" : "owe"} <b>{money(amounts)}</b>{" "}
          on <b>{cases === 1 ? "1 invoice" : `${cases} invoices`}</b> that {payers === 1 ? "the bank" : "their banks"}{" "}
          refused.{" "}
        </>
      ) : null}
      {soon && soon.cases > 0 ? (
        <>
          Within a day we try {soon.cases === 1 ? "one of them" : `${soon.cases} of them`}, <b>{money(soon.amounts)}</b>
          .{" "}
        </>
      ) : null}
      {refused_lately.map(({ currency, refused_minor, collected_minor }) => (
        <span key={currency}>
          In the last {lately} days {formatMoney(refused_minor, currency, locale)} was refused and{" "}
          {formatMoney(collected_minor, currency, locale)} of it came in after all
          {refused_minor > 0 ? `, ${Math.round((collected_minor / refused_minor) * 100)} %` : ""}.{" "}
        </span>
      ))}
    </Sentence>
  );
}
