import type { TimeLineEvent } from "@/components/ui/data/time-line";
import { formatDateTime, type LocaleContext, lowercaseRelativeDay } from "@/lib/client/format";
import { formatMoney } from "@/lib/values/money";
import { chargeSentence, chargeStatusWords, methodOf, originWords } from "./charge-words";
import type { Charge } from "./charges-table";

/** The charges as events of a time line, each with what the bank said. */
export const chargeEvents = (charges: readonly Charge[], localeContext: LocaleContext): TimeLineEvent[] =>
  charges.map((charge) => {
    const { id, status, amount_minor, currency, created_at, ended_at, origin, charge_at } = charge;
    const money = formatMoney(amount_minor, currency, localeContext.locale);
    const announced =
      charge_at && !ended_at
        ? `Announced, charged from ${lowercaseRelativeDay(formatDateTime(charge_at, localeContext))}.`
        : null;
    return {
      ...{ key: `charge-${id}`, at: ended_at ?? created_at, look: status === "succeeded" ? "money" : "message" },
      label: `${chargeStatusWords[status]}: ${money}, ${methodOf(charge)}`,
      note: [`${capital(originWords[origin])}.`, announced, chargeSentence(charge)].filter(Boolean).join(" "),
    };
  });

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
