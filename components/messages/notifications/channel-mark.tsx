import { Mail, MessageCircle, MessageSquare, Smartphone } from "lucide-react";
import type { Channel } from "@/lib/values/delivery";
import { channelLabels } from "./message-labels";

const icons: Record<Channel, typeof Mail> = {
  email: Mail,
  sms: MessageSquare,
  whatsapp: MessageCircle,
  push: Smartphone,
};

export function ChannelIcon({ channel }: { channel: Channel }) {
  const Icon = icons[channel];
  return <Icon aria-hidden="true" className="flex-none text-ink-3" />;
}

export function ChannelMark({ channel }: { channel: Channel }) {
  return (
    <span className="flex items-center gap-2">
      <ChannelIcon channel={channel} />
      {channelLabels[channel]}
    </span>
  );
}
