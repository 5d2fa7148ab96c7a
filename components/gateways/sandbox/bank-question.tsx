"use client";

import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Callout } from "@/components/ui/data/callout";
import { FormError } from "@/components/ui/forms/form-error";
import { api } from "@/lib/client/api";
import { answerSandboxChallenge } from "@/lib/client/endpoints/sandbox";
import { sameSitePath } from "@/lib/values/same-site-path";

interface BankQuestionProps {
  token: string;
  gym_name: string;
  /** Such as "$89.00"; null where a method is saved. */
  amount: string | null;
  description: string;
}

/** Plays the page of the payer's bank, and leads back to the page that sent the payer here. */
export function BankQuestion({ token, gym_name, amount, description }: BankQuestionProps) {
  const [problem, setProblem] = useState<string>();
  const [pending, setPending] = useState<boolean | null>(null);
  const answer = async (is_approved: boolean) => {
    if (pending !== null) return;
    setPending(is_approved);
    setProblem(undefined);
    try {
      const { return_path } = await api(answerSandboxChallenge, { token, is_approved });
      const target = sameSitePath(return_path) ?? "/";
      window.location.assign(target);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : "Something went wrong. Try again.");
      setPending(null);
    }
  };
  return (
    <div className="flex flex-col gap-4">
      <Callout tone="warn" title="This is a test">
        This page plays a bank. No money moves.
      </Callout>
      <h1>Your bank asks</h1>
      <p className="text-16">
        {amount ? `Do you approve the payment of ${amount} to ${gym_name}?` : `May ${gym_name} charge this card later?`}
        <span className="block text-14 text-ink-3">{description}</span>
      </p>
      <FormError message={problem} />
      <Button variant="primary" size="touch" full busy={pending === true} onClick={() => void answer(true)}>
        Approve
      </Button>
      <Button size="touch" full busy={pending === false} onClick={() => void answer(false)}>
        Decline
      </Button>
    </div>
  );
}
