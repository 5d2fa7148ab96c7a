"use client";

import { useMutation } from "@tanstack/react-query";
import { Ban } from "lucide-react";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { ChannelIcon } from "@/components/messages/notifications/channel-mark";
import { channelLabels } from "@/components/messages/notifications/message-labels";
import { Button } from "@/components/ui/controls/button";
import { Badge } from "@/components/ui/data/badge";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { liftBlock } from "@/lib/client/endpoints/messages";
import { formatDay, formatExact, type LocaleContext, lowercaseRelativeDay } from "@/lib/client/format";
import { dayAt } from "@/lib/values/calendar-day";
import { addressText, blockLabels } from "./preference-words";
import type { MessageAddress } from "./preferences";

interface AddressListProps {
  organization: string;
  addresses: readonly MessageAddress[];
  localeContext: LocaleContext;
  mayLift: boolean;
}

/** The member's address on each channel, with blocked addresses (P9). */
export function AddressList({ organization, addresses, localeContext, mayLift }: AddressListProps) {
  const router = useRouter();
  const toast = useToast();
  const lift = useMutation({
    mutationFn: (id: string) => api(liftBlock, { id }, { organization }),
    onSuccess: () => {
      toast.show({ tone: "good", message: "Address unblocked" });
      router.refresh();
    },
    onError: (error) => toast.show({ tone: "bad", message: error.message }),
  });
  return (
    <ul aria-label="Contact details for messages" className="divide-y divide-line">
      {addresses.map((address) => (
        <AddressRow key={address.channel} address={address} localeContext={localeContext}>
          {address.blocked && address.blocked.reason !== "stop" && mayLift ? (
            <Button size="sm" busy={lift.isPending} onClick={() => address.blocked && lift.mutate(address.blocked.id)}>
              Unblock
            </Button>
          ) : null}
        </AddressRow>
      ))}
    </ul>
  );
}

function AddressRow({
  address,
  localeContext,
  children,
}: {
  address: MessageAddress;
  localeContext: LocaleContext;
  children: ReactNode;
}) {
  const { channel, is_guardian, blocked } = address;
  const { text, isAvailable } = addressText(address);
  return (
    <li className="flex min-h-row flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
      <span className="flex w-32 items-center gap-2 text-ink-3">
        <ChannelIcon channel={channel} />
        {channelLabels[channel]}
      </span>
      <span className={isAvailable ? "min-w-0 break-all text-ink" : "text-ink-3"}>
        {text}
        {isAvailable && is_guardian ? <span className="text-ink-3"> (guardian)</span> : null}
      </span>
      {blocked ? (
        <span className="ml-auto flex flex-wrap items-center justify-end gap-2">
          <Badge tone="bad" icon={<Ban aria-hidden="true" />}>
            {blockLabels[blocked.reason]}
          </Badge>
          <span className="text-ink-3" title={blocked.detail ?? formatExact(blocked.blocked_at, localeContext)}>
            {lowercaseRelativeDay(formatDay(dayAt(blocked.blocked_at, localeContext.time_zone), localeContext))}
          </span>
          {blocked.reason === "stop" ? <span className="text-ink-3">A reply with START unblocks it</span> : children}
        </span>
      ) : null}
    </li>
  );
}
