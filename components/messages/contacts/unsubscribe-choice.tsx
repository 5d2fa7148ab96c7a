"use client";

import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { FormError } from "@/components/ui/forms/form-error";
import { api } from "@/lib/client/api";
import { resubscribe, unsubscribe } from "@/lib/client/endpoints/messages";
import type { Output } from "@/lib/contracts/contract";
import type { readUnsubscribe } from "@/lib/contracts/messages/unsubscribe";

type Subscription = Output<typeof readUnsubscribe>;

const categoryText = { reminder: "reminders", marketing: "offers and news", transactional: "messages" };
const channelText = {
  email: "by e-mail",
  sms: "by text message",
  whatsapp: "on WhatsApp",
  push: "as push notifications",
};

export function UnsubscribeChoice({ token, subscription }: { token: string; subscription: Subscription }) {
  const [{ is_allowed, gym_name, channel, category }, setCurrent] = useState(subscription);
  const [problem, setProblem] = useState<string>();
  const [isPending, setIsPending] = useState(false);
  const change = async () => {
    setIsPending(true);
    setProblem(undefined);
    try {
      setCurrent(await (is_allowed ? stop(token) : api(resubscribe, { token })));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : "Something went wrong. Try again.");
    }
    setIsPending(false);
  };
  const subscribed = `${categoryText[category]} ${channelText[channel]}`;
  return (
    <div className="flex flex-col gap-4">
      <h1>{is_allowed ? `Unsubscribe from ${categoryText[category]}?` : "You are unsubscribed"}</h1>
      <FormError message={problem} />
      <p className="text-16" aria-live="polite">
        {is_allowed
          ? `${gym_name} sends you ${subscribed}.`
          : `${gym_name} no longer sends you ${subscribed}. You still receive essential messages, such as receipts.`}
      </p>
      <Button
        variant={is_allowed ? "primary" : "secondary"}
        size="touch"
        full
        busy={isPending}
        onClick={() => void change()}
      >
        {is_allowed ? "Unsubscribe" : "Subscribe again"}
      </Button>
    </div>
  );
}

/** Sends the same one-click request as the unsubscribe button of a mail client (RFC 8058). */
const stop = (token: string) =>
  api(unsubscribe, { token }, { body: new Blob(["List-Unsubscribe=One-Click"], { type: formType }) });

const formType = "application/x-www-form-urlencoded";
