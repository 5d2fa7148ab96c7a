"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Section } from "@/components/ui/data/section";
import { Field } from "@/components/ui/forms/field";
import { Select } from "@/components/ui/forms/select";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import type { Output } from "@/lib/client/endpoint";
import { changeSandbox, deliverSandboxEvents, payOutSandbox } from "@/lib/client/endpoints/sandbox";
import type { SandboxAccountMode, SandboxWebhookMode } from "@/lib/values/sandbox/behaviour";

const accountLabels: Record<SandboxAccountMode, string> = {
  works: "Works",
  refuses_keys: "Refuses the keys",
  times_out: "Times out after it acted",
  server_errors: "Answers with server errors (500)",
  rate_limited: "Answers with too many requests (429)",
  conflicts: "Answers with conflicts (409)",
};

const webhookLabels: Record<SandboxWebhookMode, string> = {
  prompt: "At once",
  late: "10 minutes late",
  doubled: "Each one twice",
  shuffled: "In the wrong order",
  off: "Not at all",
};

interface SandboxSettingsProps {
  organization: string;
  state: Output<typeof changeSandbox>;
}

export function SandboxSettings({ organization, state }: SandboxSettingsProps) {
  const router = useRouter();
  const toast = useToast();
  const [isPending, setIsPending] = useState(false);
  const run = async (work: () => Promise<string>) => {
    setIsPending(true);
    try {
      toast.show({ message: await work(), tone: "good" });
      router.refresh();
    } catch (error) {
      toast.show({ message: error instanceof Error ? error.message : "Something went wrong. Try again.", tone: "bad" });
    }
    setIsPending(false);
  };
  const change = (input: { account?: SandboxAccountMode; webhooks?: SandboxWebhookMode }) =>
    run(async () => {
      await api(changeSandbox, input, { organization });
      return "The sandbox behaves so from now on.";
    });
  const deliver = () =>
    run(async () => {
      const { events } = await api(deliverSandboxEvents, {}, { organization });
      return events === 1 ? "1 event is on its way." : `${events} events are on their way.`;
    });
  const payOut = () =>
    run(async () => {
      const { data } = await api(payOutSandbox, {}, { organization });
      return data.length > 0 ? "The payout was made." : "The balance has nothing to pay out.";
    });
  const options = (labels: Record<string, string>) =>
    Object.entries(labels).map(([value, label]) => ({ value, label }));
  return (
    <Section title="Behaviour">
      <div className="mt-2 grid max-w-[44rem] gap-4 sm:grid-cols-2">
        <Field label="The account" hint="How it answers the calls of this gym">
          <Select
            value={state.account}
            disabled={isPending}
            options={options(accountLabels)}
            onChange={({ target }) => void change({ account: target.value as SandboxAccountMode })}
          />
        </Field>
        <Field label="Webhooks" hint="How it reports what happened">
          <Select
            value={state.webhooks}
            disabled={isPending}
            options={options(webhookLabels)}
            onChange={({ target }) => void change({ webhooks: target.value as SandboxWebhookMode })}
          />
        </Field>
      </div>
      <div className="mt-4 flex flex-wrap gap-2">
        <Button busy={isPending} onClick={() => void deliver()}>
          Deliver waiting events now ({state.waiting_events})
        </Button>
        <Button busy={isPending} onClick={() => void payOut()}>
          Make a payout
        </Button>
      </div>
    </Section>
  );
}
