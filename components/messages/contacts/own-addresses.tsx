import { ChannelIcon } from "@/components/messages/notifications/channel-mark";
import { channelLabels } from "@/components/messages/notifications/message-labels";
import { Badge } from "@/components/ui/data/badge";
import { addressText, blockLabels } from "./preference-words";
import type { MessageAddress } from "./preferences";

/** The member's own address on each channel. */
export function OwnAddresses({ addresses }: { addresses: readonly MessageAddress[] }) {
  return (
    <ul aria-label="Contact details for messages" className="divide-y divide-line">
      {addresses.map((address) => (
        <OwnAddress key={address.channel} address={address} />
      ))}
    </ul>
  );
}

function OwnAddress({ address }: { address: MessageAddress }) {
  const { channel, is_guardian, blocked } = address;
  const { text, isAvailable } = addressText(address);
  return (
    <li className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 py-2 text-14">
      <ChannelIcon channel={channel} />
      <span className="text-ink-3">{channelLabels[channel]}</span>
      <span className={isAvailable ? "ml-auto min-w-0 break-all text-ink" : "ml-auto text-ink-3"}>
        {text}
        {isAvailable && is_guardian ? <span className="text-ink-3"> (guardian)</span> : null}
      </span>
      {blocked ? (
        <span className="w-full text-ink-2">
          <Badge tone="warn">{blockLabels[blocked.reason]}</Badge>{" "}
          {blocked.reason === "stop"
            ? "Send START from this number to receive messages again."
            : "Contact the front desk when it works again."}
        </span>
      ) : null}
    </li>
  );
}
