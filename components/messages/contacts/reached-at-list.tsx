"use client";

import { useMutation } from "@tanstack/react-query";
import { Ban } from "lucide-react";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { ChannelIcon } from "@/components/messages/notifications/channel-mark";
import { channelWords } from "@/components/messages/notifications/message-words";
import { Button } from "@/components/ui/controls/button";
import { Badge } from "@/components/ui/data/badge";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { formatDay, formatExact, inSentence, type Place } from "@/lib/client/format";
import { liftBlock } from "@/lib/contracts/messages/notification-preferences";
import { dayAt } from "@/lib/values/calendar-day";
import { blockWords, reachWords } from "./preference-words";
import type { ReachedAt } from "./preferences";

interface ReachedAtListProps {
  organization: string;
  addresses: readonly ReachedAt[];
  place: Place;
  mayLift: boolean;
}

/** Where each channel reaches the member, and what is blocked (P9). */
export function ReachedAtList({ organization, addresses, place, mayLift }: ReachedAtListProps) {
  const router = useRouter();
  const toast = useToast();
  const lift = useMutation({
    mutationFn: (id: string) => api(liftBlock, { id }, { organization }),
    onSuccess: () => {
      toast.show({ tone: "good", message: "The address is written to again" });
      router.refresh();
    },
    onError: (error) => toast.show({ tone: "bad", message: error.message }),
  });
  return (
    <ul aria-label="Where messages arrive" className="divide-y divide-line">
      {addresses.map((reached) => (
        <ReachedAtRow key={reached.channel} reached={reached} place={place}>
          {reached.blocked && reached.blocked.reason !== "stop" && mayLift ? (
            <Button size="sm" busy={lift.isPending} onClick={() => reached.blocked && lift.mutate(reached.blocked.id)}>
              Write to it again
            </Button>
          ) : null}
        </ReachedAtRow>
      ))}
    </ul>
  );
}

function ReachedAtRow({ reached, place, children }: { reached: ReachedAt; place: Place; children: ReactNode }) {
  const { channel, is_guardian, blocked } = reached;
  const { text, isReached } = reachWords(reached);
  return (
    <li className="flex min-h-row flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
      <span className="flex w-32 items-center gap-2 text-ink-3">
        <ChannelIcon channel={channel} />
        {channelWords[channel]}
      </span>
      <span className={isReached ? "min-w-0 break-all text-ink" : "text-ink-3"}>
        {text}
        {isReached && is_guardian ? <span className="text-ink-3"> of the guardian</span> : null}
      </span>
      {blocked ? (
        <span className="ml-auto flex flex-wrap items-center justify-end gap-2">
          <Badge tone="bad" icon={<Ban aria-hidden="true" />}>
            {blockWords[blocked.reason]}
          </Badge>
          <span className="text-ink-3" title={blocked.detail ?? formatExact(blocked.blocked_at, place)}>
            {inSentence(formatDay(dayAt(blocked.blocked_at, place.time_zone), place))}
          </span>
          {blocked.reason === "stop" ? <span className="text-ink-3">START from that number lifts it</span> : children}
        </span>
      ) : null}
    </li>
  );
}
