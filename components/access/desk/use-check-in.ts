"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError, api } from "@/lib/client/api";
import { deviceNow } from "@/lib/client/clock";
import { createCheckIn, type EntryRefusal } from "@/lib/contracts/access/check-ins";
import type { CheckInAnswer, CheckInAttempt, Credential, DeskContext, EntryResult } from "./desk-types";

type EntryRequest = { attempt: CheckInAttempt; override_reason?: string };

/** Sends each scan once. The result stays until the next scan or until it is closed. */
export function useCheckIn({ organization, location }: DeskContext, onResult: (result: EntryResult) => void) {
  const [result, setResult] = useState<EntryResult | null>(null);
  const settle = (next: EntryResult) => {
    setResult(next);
    onResult(next);
  };
  const sending = useMutation({
    mutationFn: ({ attempt, override_reason }: EntryRequest) =>
      api(
        createCheckIn,
        { ...attempt.credential, location_id: location.id, ...(override_reason ? { override_reason } : {}) },
        // An override is a new request, so it needs its own idempotency key.
        { organization: organization.slug, idempotency_key: override_reason ? `${attempt.key}-override` : attempt.key },
      ),
    // No automatic retry: the member waits at the desk for the result.
    retry: false,
    networkMode: "always",
    onSuccess: (answer: CheckInAnswer, { attempt }) => settle({ kind: "admitted", attempt, answer }),
    onError: (error, { attempt }) => settle(resultOf(error, attempt)),
  });
  return {
    result,
    isBusy: sending.isPending,
    scan: (credential: Credential) => sending.mutate({ attempt: newAttempt(credential) }),
    retry: (attempt: CheckInAttempt) => sending.mutate({ attempt }),
    override: (attempt: CheckInAttempt, override_reason: string) => sending.mutate({ attempt, override_reason }),
    close: () => setResult(null),
  };
}

function resultOf(error: Error, attempt: CheckInAttempt): EntryResult {
  const refusal = error instanceof ApiError ? (error.document.decision as EntryRefusal | undefined) : undefined;
  if (refusal) return { kind: "denied", attempt, refusal };
  return { kind: "not_recorded", attempt, message: error.message };
}

function newAttempt(credential: Credential): CheckInAttempt {
  const key = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0"));
  return { credential, key: `desk-${key.join("")}`, at: new Date(deviceNow()).toISOString() };
}
