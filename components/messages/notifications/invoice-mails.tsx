import { TextLink } from "@/components/ui/controls/text-link";
import { formatDateTime, type LocaleContext } from "@/lib/client/format";
import type { Output } from "@/lib/contracts/contract";
import type { listInvoiceMails } from "@/lib/contracts/messages/invoice-mails";
import { channelLabels } from "./message-labels";
import { MessageStateBadge } from "./message-state";

interface InvoiceMailsProps {
  mails: Output<typeof listInvoiceMails>["data"];
  localeContext: LocaleContext;
  /** Null for staff who may not read messages. */
  messageHref: ((id: string) => string) | null;
}

/** The mails of the document, and the messages with a link to pay it, with their recipients and states, newest first. */
export function InvoiceMails({ mails, localeContext, messageHref }: InvoiceMailsProps) {
  if (mails.length === 0) return <p className="text-ink-3">Not sent yet.</p>;
  return (
    <ul className="flex flex-col gap-3">
      {mails.map(
        ({ id, kind, channel, state, to_name, to_address, explanation, created_at, sent_at, delivered_at }) => {
          const to = to_address || to_name;
          const at = delivered_at ?? sent_at ?? created_at;
          return (
            <li key={id}>
              <MessageStateBadge state={state} />
              <span className="mt-1 block break-words text-ink">
                {messageHref ? <TextLink href={messageHref(id)}>{to}</TextLink> : to}
              </span>
              <span className="block text-ink-3">
                {kind === "link" ? "Link to pay, " : ""}
                {channelLabels[channel]}, <time dateTime={at}>{formatDateTime(at, localeContext)}</time>
              </span>
              {explanation ? <span className="block text-ink-2">{explanation}</span> : null}
            </li>
          );
        },
      )}
    </ul>
  );
}
