import { ChannelIcon } from "@/components/messages/notifications/channel-mark";
import { channelWords } from "@/components/messages/notifications/message-words";
import { Badge } from "@/components/ui/data/badge";
import { blockWords, reachWords } from "./preference-words";
import type { ReachedAt } from "./preferences";

/** Where the gym's messages arrive, as the member sees it. */
export function OwnAddresses({ addresses }: { addresses: readonly ReachedAt[] }) {
  return (
    <ul aria-label="Where messages arrive" className="divide-y divide-line">
      {addresses.map((reached) => (
        <OwnAddress key={reached.channel} reached={reached} />
      ))}
    </ul>
  );
}

function OwnAddress({ reached }: { reached: ReachedAt }) {
  const { channel, is_guardian, blocked } = reached;
  const { text, isReached } = reachWords(reached);
  return (
    <li className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 py-2 text-14">
      <ChannelIcon channel={channel} />
      <span className="text-ink-3">{channelWords[channel]}</span>
      <span className={isReached ? "ml-auto min-w-0 break-all text-ink" : "ml-auto text-ink-3"}>
        {text}
        {isReached && is_guardian ? <span className="text-ink-3"> (guardian)</span> : null}
      </span>
      {blocked ? (
        <span className="w-full text-ink-2">
          <Badge tone="warn">{blockWords[blocked.reason]}</Badge>{" "}
          {blocked.reason === "stop"
            ? "Send START from this number to get messages again."
            : "Tell the desk when it works again."}
        </span>
      ) : null}
    </li>
  );
}
