"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError, api } from "@/lib/client/api";
import { deviceNow } from "@/lib/client/clock";
import { createCheckIn } from "@/lib/contracts/access/check-ins";
import type { Attempt, CheckInAnswer, DeskPlace, Named, Refusal, Verdict } from "./desk-types";

type Told = { attempt: Attempt; override_reason?: string };

/** Sends each scan once and keeps the verdict until the next one or until it is closed. */
export function useCheckIn({ organization, location }: DeskPlace, onVerdict: (verdict: Verdict) => void) {
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const settle = (told: Verdict) => {
    setVerdict(told);
    onVerdict(told);
  };
  const sending = useMutation({
    mutationFn: ({ attempt, override_reason }: Told) =>
      api(
        createCheckIn,
        { ...attempt.named, location_id: location.id, ...(override_reason ? { override_reason } : {}) },
        // Letting in against a refusal is another request than the refused one.
        { organization: organization.slug, idempotency_key: override_reason ? `${attempt.key}-override` : attempt.key },
      ),
    // A scan is answered now or not at all: nobody waits at the door for a retry.
    retry: false,
    networkMode: "always",
    onSuccess: (answer: CheckInAnswer, { attempt }) => settle({ kind: "come_in", attempt, answer }),
    onError: (error, { attempt }) => settle(verdictOf(error, attempt)),
  });
  return {
    verdict,
    isBusy: sending.isPending,
    scan: (named: Named) => sending.mutate({ attempt: newAttempt(named) }),
    repeat: (attempt: Attempt) => sending.mutate({ attempt }),
    override: (attempt: Attempt, override_reason: string) => sending.mutate({ attempt, override_reason }),
    close: () => setVerdict(null),
  };
}

function verdictOf(error: Error, attempt: Attempt): Verdict {
  const refusal = error instanceof ApiError ? (error.document.decision as Refusal | undefined) : undefined;
  if (refusal) return { kind: "please_wait", attempt, refusal };
  return { kind: "not_recorded", attempt, message: error.message };
}

function newAttempt(named: Named): Attempt {
  const key = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0"));
  return { named, key: `desk-${key.join("")}`, at: new Date(deviceNow()).toISOString() };
}
