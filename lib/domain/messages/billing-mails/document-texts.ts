import { billingWords } from "@/lib/domain/messages/default-texts/billing-words";
import type { VariableWords } from "@/lib/values/message-variables";
import type { MailedDocument } from "./documents";

/** The variables of the mail of an invoice. */
export const invoiceTexts = ({ number, total_minor, open_minor, due_on, currency }: MailedDocument) => ({
  invoice_number: number,
  amount: ({ money }: VariableWords) => money(total_minor, currency),
  what_to_do: ({ language, money, day }: VariableWords) => {
    const words = billingWords[language];
    return open_minor === 0 ? words.is_paid : words.pay_by(money(open_minor, currency), day(due_on));
  },
});

/** The variables of the mail of a credit note. */
export const creditNoteTexts = ({ number, total_minor, credit_minor, currency }: MailedDocument) => ({
  credit_note_number: number,
  amount: ({ money }: VariableWords) => money(total_minor, currency),
  what_happens: ({ language, money }: VariableWords) => {
    const words = billingWords[language];
    return credit_minor > 0 ? words.becomes_credit(money(credit_minor, currency)) : words.reduces_debt;
  },
});
