"use client";

import { useMutation } from "@tanstack/react-query";
import { Send } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Callout } from "@/components/ui/data/callout";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Dialog, DialogActions } from "@/components/ui/overlays/dialog";
import { ApiError, api } from "@/lib/client/api";
import type { Output } from "@/lib/contracts/contract";
import { testProvider } from "@/lib/contracts/messages/notification-providers";
import type { Channel } from "@/lib/values/delivery";

interface TestButtonProps {
  organization: string;
  channel: Channel;
}

const addresses: Record<Channel, { label: string; hint?: string; type: string }> = {
  email: { label: "To this address", type: "email" },
  sms: { label: "To this number", hint: "With its country prefix, as +1 415 555 0132", type: "tel" },
  whatsapp: { label: "To this number", hint: "With its country prefix, as +1 415 555 0132", type: "tel" },
  push: { label: "To this device", hint: "A registration token, as your app or Firebase shows it", type: "text" },
};

export function TestButton(props: TestButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button size="sm" variant="quiet" icon={<Send aria-hidden="true" />} onClick={() => setIsOpen(true)}>
        Send a test
      </Button>
      <Dialog open={isOpen} onClose={() => setIsOpen(false)} title="Send a test message">
        <TestForm {...props} onDone={() => setIsOpen(false)} />
      </Dialog>
    </>
  );
}

function TestForm({ organization, channel, onDone }: TestButtonProps & { onDone: () => void }) {
  const router = useRouter();
  const [to, setTo] = useState("");
  const test = useMutation({
    mutationFn: () => api(testProvider, { channel, to }, { organization }),
    // A test that works lets go what waited.
    onSuccess: () => router.refresh(),
  });
  const wrong = test.error instanceof ApiError ? test.error.errors.find(({ field }) => field === "to") : undefined;
  const { label, hint, type } = addresses[channel];
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        test.mutate();
      }}
    >
      <Field label={label} hint={hint} error={wrong?.message}>
        <Input type={type} value={to} autoComplete="off" onChange={({ target }) => setTo(target.value)} />
      </Field>
      {test.error && !wrong ? (
        <Callout tone="bad" role="alert">
          {test.error.message}
        </Callout>
      ) : null}
      {test.data ? <Answer {...test.data} /> : null}
      <DialogActions>
        <Button onClick={onDone}>Close</Button>
        <Button type="submit" variant="primary" busy={test.isPending}>
          Send
        </Button>
      </DialogActions>
    </form>
  );
}

const titles = {
  accepted: "It was taken",
  rejected: "It was refused",
  later: "Not now",
  misconfigured: "The credentials do not work",
  unknown: "No answer",
} as const;

function Answer({ outcome, answer, provider_message_id }: Output<typeof testProvider>) {
  const tone = outcome === "accepted" ? "good" : outcome === "later" || outcome === "unknown" ? "warn" : "bad";
  return (
    <Callout tone={tone} role="status" title={titles[outcome]}>
      {answer}
      {provider_message_id ? (
        <span className="block break-all text-12">Number there: {provider_message_id}</span>
      ) : null}
    </Callout>
  );
}
