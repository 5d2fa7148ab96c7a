"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { useToast } from "@/components/ui/toast";
import { api } from "@/lib/client/api";
import { createSupportGrant, endSupportGrant } from "@/lib/contracts/support-grants";

const hours = [1, 2, 4, 8].map((value) => ({ value: String(value), label: value === 1 ? "1 hour" : `${value} hours` }));

interface SupportActionsProps {
  slug: string;
  name: string;
  /** The access that is open now. */
  grant_id: string | null;
}

export function SupportActions({ slug, name, grant_id }: SupportActionsProps) {
  const router = useRouter();
  const toast = useToast();
  const [asks, setAsks] = useState(false);
  const onError = (error: Error) => toast.show({ message: error.message, tone: "bad" });
  const open = useMutation({
    mutationFn: (form: FormData) =>
      api(createSupportGrant, {
        organization: slug,
        reason: String(form.get("reason")),
        hours: Number(form.get("hours")),
      }),
    onSuccess: () => router.push(`/manage/${slug}`),
    onError,
  });
  const end = useMutation({
    mutationFn: (id: string) => api(endSupportGrant, { id }, { organization: slug }),
    onSuccess: () => {
      toast.show({ message: `Support access to ${name} has ended.`, tone: "good" });
      router.refresh();
    },
    onError,
  });
  if (grant_id) {
    return (
      <span className="flex justify-end gap-2">
        <ButtonLink href={`/manage/${slug}`} size="sm">
          Open {name}
        </ButtonLink>
        <Button size="sm" busy={end.isPending} onClick={() => end.mutate(grant_id)}>
          End access
        </Button>
      </span>
    );
  }
  return (
    <>
      <Button size="sm" onClick={() => setAsks(true)}>
        Give support
      </Button>
      <Dialog open={asks} onClose={() => setAsks(false)} title={`Enter ${name} to give support`}>
        <form
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            open.mutate(new FormData(event.currentTarget));
          }}
        >
          <p>The gym reads your name and the reason in its settings and its activity log.</p>
          <Field label="Reason">
            <Input name="reason" required maxLength={300} />
          </Field>
          <Field label="For how long">
            <Select name="hours" options={hours} defaultValue="1" />
          </Field>
          <DialogActions>
            <Button onClick={() => setAsks(false)}>Stay outside</Button>
            <Button type="submit" variant="primary" busy={open.isPending}>
              Enter {name}
            </Button>
          </DialogActions>
        </form>
      </Dialog>
    </>
  );
}
