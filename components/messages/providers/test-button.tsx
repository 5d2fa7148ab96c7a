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
import type { Output } from "@/lib/client/endpoint";
import { testProvider } from "@/lib/client/endpoints/messages";
import type { Channel } from "@/lib/values/delivery";

interface TestButtonProps {
  organization: string;
  channel: Channel;
}

const targets: Record<Channel, { label: string; hint?: string; type: string }> = {
  email: { label: "E-mail address", type: "email" },
  sms: { label: "Phone number", hint: "With country code, such as +1 415 555 0132", type: "tel" },
  whatsapp: { label: "Phone number", hint: "With country code, such as +1 415 555 0132", type: "tel" },
  push: { label: "Device token", hint: "The registration token from your app or from Firebase", type: "text" },
};

export function TestButton(props: TestButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button size="sm" variant="quiet" icon={<Send aria-hidden="true" />} onClick={() => setIsOpen(true)}>
        Send test
      </Button>
      <Dialog open={isOpen} onClose={() => setIsOpen(false)} title="Send test message">
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
    // A successful test releases the waiting messages.
    onSuccess: () => router.refresh(),
  });
  const fieldError = test.error instanceof ApiError ? test.error.errors.find(({ field }) => field === "to") : undefined;
  const { label, hint, type } = targets[channel];
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        test.mutate();
      }}
    >
      <Field label={label} hint={hint} error={fieldError?.message}>
        <Input type={type} value={to} autoComplete="off" onChange={({ target }) => setTo(target.value)} />
      </Field>
      {test.error && !fieldError ? (
        <Callout tone="bad" role="alert">
          {test.error.message}
        </Callout>
      ) : null}
      {test.data ? <TestResult {...test.data} /> : null}
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
  accepted: "Accepted by the provider",
  rejected: "Rejected by the provider",
  later: "Provider temporarily unavailable",
  misconfigured: "Invalid credentials",
  unknown: "No answer from the provider",
} as const;

function TestResult({ outcome, answer, provider_message_id }: Output<typeof testProvider>) {
  const tone = outcome === "accepted" ? "good" : outcome === "later" || outcome === "unknown" ? "warn" : "bad";
  return (
    <Callout tone={tone} role="status" title={titles[outcome]}>
      {answer}
      {provider_message_id ? (
        <span className="block break-all text-12">Provider message ID: {provider_message_id}</span>
      ) : null}
    </Callout>
  );
}
