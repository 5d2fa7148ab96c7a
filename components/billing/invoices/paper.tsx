import { formatFullDate } from "@/lib/client/format-short-date";
import { type Explanation, type Invoice, kindWords } from "./invoice";
import { PaperLines } from "./paper-lines";
import { PaperSums } from "./paper-sums";
import "./paper.css";
import type { FactHref } from "./why-button";

interface PaperProps {
  invoice: Invoice;
  /** Without them the paper has no "Why?", as on the page of the member. */
  explanations?: readonly Explanation[];
  hrefOf?: FactHref;
  locale: string;
}

/** The document as it prints; "Why?" is the only thing on it that is not printed. */
export function Paper({ invoice, explanations, hrefOf, locale }: PaperProps) {
  const { kind, number, seller, buyer, payer, issued_on, due_on, corrects, note } = invoice;
  const facts = [
    ["Issued", issued_on && formatFullDate(issued_on, locale)],
    ["Due", kind === "invoice" && due_on && formatFullDate(due_on, locale)],
    ["Corrects", corrects?.number],
    ["Member", payer.member_code],
  ].filter((fact): fact is [string, string] => Boolean(fact[1]));
  return (
    <article
      aria-label={`${kindWords[kind]} ${number ?? "without a number"}`}
      className="bl-paper w-full max-w-152 border border-line bg-surface px-10 py-8 shadow-1 max-md:border-0 max-md:px-4 max-md:py-5 max-md:shadow-none"
    >
      {seller ? (
        <header className="mb-6 flex flex-wrap justify-between gap-4">
          <p>
            <b className="block font-strong text-ink">{seller.trading_name}</b>
            {seller.legal_name === seller.trading_name ? null : seller.legal_name}
          </p>
          <p className="whitespace-pre-line text-right text-12 text-ink-3">
            {[seller.address, ...seller.tax_ids.map(({ label, value }) => `${label} ${value}`)]
              .filter(Boolean)
              .join("\n")}
          </p>
        </header>
      ) : null}
      <h2 className="font-strong text-26 text-ink tracking-tight max-md:text-20">
        {kindWords[kind]} {number ?? "(draft)"}
      </h2>
      <div className="mt-4 mb-6 flex flex-wrap justify-between gap-4">
        <p className="whitespace-pre-line">
          <span className="block text-12 text-ink-3">Bill to</span>
          <b className="block font-strong text-ink">{buyer?.name ?? payer.name}</b>
          {[buyer?.address, buyer?.tax_id].filter(Boolean).join("\n")}
        </p>
        <dl className="grid grid-cols-[auto_auto] gap-x-6 self-start">
          {facts.map(([term, detail]) => (
            <div key={term} className="contents">
              <dt className="text-ink-3">{term}</dt>
              <dd className="text-right text-ink">{detail}</dd>
            </div>
          ))}
        </dl>
      </div>
      <PaperLines invoice={invoice} explanations={explanations ?? []} hrefOf={hrefOf} locale={locale} />
      <PaperSums invoice={invoice} locale={locale} />
      {note ? <p className="mt-6 whitespace-pre-line border-line border-t pt-4">{note}</p> : null}
    </article>
  );
}
