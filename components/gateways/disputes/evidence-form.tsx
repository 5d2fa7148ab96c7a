"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Section } from "@/components/ui/data/section";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Textarea } from "@/components/ui/forms/textarea";
import { Dialog } from "@/components/ui/overlays/dialog";
import { api } from "@/lib/client/api";
import { submitEvidence } from "@/lib/client/endpoints/disputes";

interface EvidenceFormProps {
  organization: string;
  id: string;
  payer_name: string;
  /** What was written before an attempt that failed. */
  summary: string;
}

const mostCharacters = 2_000;
/** What an address holds. A longer text stands in the PDF that is sent. */
const mostInAddress = 6_000;

/** The words of the gym, a look at the PDF, and one chance to send it. */
export function EvidenceForm({ organization, id, payer_name, summary: before }: EvidenceFormProps) {
  const router = useRouter();
  const [summary, setSummary] = useState(before);
  const [is_asking, setAsking] = useState(false);
  const send = useMutation({
    mutationFn: () => api(submitEvidence, { id, summary: summary.trim() }, { organization }),
    onSuccess: () => router.refresh(),
    onSettled: () => setAsking(false),
  });
  const words = summary.trim();
  const written = new URLSearchParams({ organization, ...(words ? { summary: words } : {}) });
  const query = written.toString().length > mostInAddress ? new URLSearchParams({ organization }) : written;
  const preview = `/api/v1/disputes/${id}/evidence?${query}`;
  return (
    <Section title="Evidence" className="flex max-w-2xl flex-col gap-4">
      <p className="text-ink-2">
        The PDF has the agreement, the visits, the invoices and payments, and the messages to the customer. Your words
        come first.
      </p>
      <FormError message={send.error?.message} />
      <Field
        label="What happened, in your words"
        hint="The bank reads it first. Say what the customer bought and used."
      >
        <Textarea
          rows={6}
          value={summary}
          maxLength={mostCharacters}
          onChange={({ target }) => setSummary(target.value)}
        />
      </Field>
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => window.location.assign(preview)}>Download the PDF</Button>
        <Button variant="primary" disabled={words === ""} onClick={() => setAsking(true)}>
          Send to the bank…
        </Button>
      </div>
      <Dialog
        open={is_asking}
        onClose={() => setAsking(false)}
        title={`Send the evidence about ${payer_name}?`}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>Cancel</Button>
            <Button variant="primary" busy={send.isPending} onClick={() => send.mutate()}>
              Send evidence
            </Button>
          </>
        }
      >
        <p>A bank accepts evidence once. It cannot be changed afterwards.</p>
      </Dialog>
    </Section>
  );
}
