import { TextLink } from "@/components/ui/controls/text-link";
import { DescriptionList } from "@/components/ui/data/description-list";
import { ChannelMark } from "./channel-mark";
import type { MessageRow } from "./message";
import { categoryLabels, kindLabels, vendorName } from "./message-labels";

interface MessageFactsProps {
  message: MessageRow;
  memberHref: string | null;
  bulkHref: string | null;
}

export function MessageFacts({ message, memberHref, bulkHref }: MessageFactsProps) {
  const { to_name, to_address, channel, kind, category, language, vendor, provider_message_id, attempts, cost } =
    message;
  return (
    <DescriptionList
      items={[
        { term: "To", detail: memberHref ? <TextLink href={memberHref}>{to_name}</TextLink> : to_name },
        { term: "Address", detail: to_address || null },
        { term: "Channel", detail: <ChannelMark channel={channel} /> },
        { term: "Type", detail: bulkHref ? <TextLink href={bulkHref}>{kindLabels[kind]}</TextLink> : kindLabels[kind] },
        { term: "Category", detail: categoryLabels[category] },
        { term: "Language", detail: new Intl.DisplayNames("en", { type: "language" }).of(language) },
        { term: "Attempts", detail: attempts },
        { term: "Provider", detail: vendor && vendorName(vendor) },
        { term: "Provider message ID", detail: provider_message_id },
        { term: "Cost", detail: cost ? `${cost.amount} ${cost.currency}` : null },
      ]}
    />
  );
}
