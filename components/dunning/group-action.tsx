"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { DialogForm } from "@/components/ui/forms/dialog-form";
import { Dialog } from "@/components/ui/overlays/dialog";
import { api } from "@/lib/client/api";
import { tryDunning } from "@/lib/client/endpoints/dunning";
import { createPaymentLink } from "@/lib/client/endpoints/payment-links";
import type { DunningGroup } from "@/lib/values/dunning";
import type { DunningCase } from "./case";
import { byPayer } from "./payer-row";

interface GroupActionProps {
  organization: string;
  group: DunningGroup;
  rows: readonly DunningCase[];
}

/** What makes sense for a whole group: try all cards, or send a link to every payer who needs a new card. */
export function GroupAction({ organization, group, rows }: GroupActionProps) {
  const [isOpen, setOpen] = useState(false);
  const [report, setReport] = useState<string[]>([]);
  const router = useRouter();
  const is_try = group === "retry_soon" || group === "retry_later";
  // A link goes to a payer once, for the invoice that stands in the row.
  const able = is_try ? rows.filter(({ try_refusal }) => try_refusal === null) : byPayer(rows).map(([first]) => first);
  const all = useMutation({
    // One after the other: what one of them refuses does not stop the others.
    mutationFn: async () => {
      const lines: string[] = [];
      for (const { id, invoice_id, invoice_number, payer_name } of able) {
        const line = is_try
          ? api(tryDunning, { id }, { organization }).then(({ sentence }) => sentence)
          : api(createPaymentLink, { id: invoice_id, send_to_payer: true }, { organization }).then(() => "Link sent.");
        const text = await line.catch((error: Error) => error.message);
        lines.push(`${payer_name}, ${invoice_number}: ${text}`);
        setReport([...lines]);
      }
    },
    onSettled: () => router.refresh(),
  });
  if (!(is_try || group === "needs_method") || able.length < 2) return null;
  const name = is_try ? `Try all ${able.length} now` : `Send ${able.length} links`;
  const close = () => {
    setOpen(false);
    setReport([]);
    all.reset();
  };
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        {name}…
      </Button>
      <Dialog open={isOpen} onClose={close} title={`${name}?`}>
        <DialogForm
          intro={
            <p>
              {is_try
                ? "Each card is tried once, one after the other. The schedule says whether such a try counts."
                : "Each payer gets a link to pay, on the channel that the rules of messages name."}
            </p>
          }
          onSubmit={(event) => {
            event.preventDefault();
            if (all.isSuccess) close();
            else all.mutate();
          }}
          onCancel={close}
          action={all.isSuccess ? "Close" : name}
          busy={all.isPending}
        >
          <ul aria-live="polite" className="flex flex-col gap-1">
            {report.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </DialogForm>
      </Dialog>
    </>
  );
}
