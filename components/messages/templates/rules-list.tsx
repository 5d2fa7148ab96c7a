"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { categoryLabels, channelLabels, kindLabels } from "@/components/messages/notifications/message-labels";
import { Switch } from "@/components/ui/controls/switch";
import { TextLink } from "@/components/ui/controls/text-link";
import { Badge } from "@/components/ui/data/badge";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import type { Input } from "@/lib/client/endpoint";
import { updateMessageRule } from "@/lib/client/endpoints/messages";
import type { Output } from "@/lib/contracts/contract";
import type { listMessageRules } from "@/lib/contracts/messages/notification-templates";
import { type Channel, channels } from "@/lib/values/delivery";
import { kindDescriptions } from "./kind-sentences";

type Rule = Output<typeof listMessageRules>["data"][number];
type Change = Omit<Input<typeof updateMessageRule>, "kind">;

interface RulesListProps {
  organization: string;
  rules: readonly Rule[];
  /** The path of the templates, to which the kind is appended. */
  textsBase: string;
}

/** The automatic messages. Changes take effect immediately. */
export function RulesList({ organization, rules, textsBase }: RulesListProps) {
  return (
    <ul aria-label="Automatic messages" className="divide-y divide-line px-gutter">
      {rules.map((rule) => (
        <RuleRow key={rule.kind} organization={organization} rule={rule} textsHref={`${textsBase}/${rule.kind}`} />
      ))}
    </ul>
  );
}

function RuleRow({ organization, rule, textsHref }: { organization: string; rule: Rule; textsHref: string }) {
  const router = useRouter();
  const toast = useToast();
  // Optimistic state until the page has refreshed.
  const [shown, setShown] = useState(rule);
  const { kind, category } = rule;
  const current = shown.version >= rule.version ? shown : rule;
  const change = useMutation({
    mutationFn: (changes: Change) =>
      api(updateMessageRule, { kind, ...changes }, { organization, if_match: current.version }),
    onMutate: (changes) => setShown({ ...current, ...changes }),
    onSuccess: (saved) => {
      setShown(saved);
      router.refresh();
    },
    onError: (error) => {
      setShown(rule);
      toast.show({ tone: "bad", message: error.message });
      router.refresh();
    },
  });
  const toggle = (channel: Channel) => {
    const next = channels.filter((one) => (one === channel) !== current.channels.includes(one));
    if (next.length === 0) toast.show({ tone: "bad", message: "Select at least one channel, or turn the message off" });
    else change.mutate({ channels: next });
  };
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 py-4">
      <div className="min-w-60 flex-1">
        <Switch
          label={<span className="font-medium text-ink">{kindLabels[kind]}</span>}
          hint={kindDescriptions[kind]}
          checked={current.is_on}
          onChange={({ target }) => change.mutate({ is_on: target.checked })}
        />
      </div>
      <fieldset className="flex flex-wrap items-center gap-x-4 gap-y-1" disabled={!current.is_on}>
        <legend className="sr-only">Channels for {kindLabels[kind]}</legend>
        {channels.map((channel) => (
          <Checkbox
            key={channel}
            label={channelLabels[channel]}
            checked={current.channels.includes(channel)}
            onChange={() => toggle(channel)}
          />
        ))}
      </fieldset>
      <span className="flex items-center gap-3">
        <Badge>{categoryLabels[category]}</Badge>
        <TextLink href={textsHref} aria-label={`Template of ${kindLabels[kind]}`}>
          Template
        </TextLink>
      </span>
    </li>
  );
}
