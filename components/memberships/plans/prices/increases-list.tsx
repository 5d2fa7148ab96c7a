"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Badge, type BadgeTone } from "@/components/ui/data/badge";
import { FormError } from "@/components/ui/forms/form-error";
import { Dialog } from "@/components/ui/overlays/dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { withdrawPriceIncrease } from "@/lib/client/endpoints/memberships";
import { formatFullDate } from "@/lib/client/format-short-date";
import type { Output } from "@/lib/contracts/contract";
import type { listPriceIncreases } from "@/lib/contracts/memberships/price-increases";
import { formatMoney } from "@/lib/values/money";

type Increase = Output<typeof listPriceIncreases>["data"][number];

interface IncreasesListProps {
  organization: string;
  plan: { id: string; currency: string; version: number };
  increases: readonly Increase[];
  locale: string;
}

const status: Record<Increase["status"], { label: string; tone: BadgeTone }> = {
  pending: { label: "Scheduled", tone: "note" },
  effective: { label: "In effect", tone: "good" },
  withdrawn: { label: "Withdrawn", tone: "outline" },
};

const who = ({ applies_to, joined_before_on }: Increase, locale: string): string =>
  applies_to === "everyone"
    ? "everyone"
    : applies_to === "new_sales"
      ? "new members"
      : `who joined before ${joined_before_on ? formatFullDate(joined_before_on, locale) : ""}`;

/** New prices of the plan. A scheduled one can be withdrawn until its day. */
export function IncreasesList({ organization, plan, increases, locale }: IncreasesListProps) {
  const router = useRouter();
  const toast = useToast();
  const [isAsking, setIsAsking] = useState(false);
  const withdraw = useMutation({
    mutationFn: () => api(withdrawPriceIncrease, { id: plan.id }, { organization, if_match: plan.version }),
    onSuccess: () => {
      setIsAsking(false);
      toast.show({ tone: "good", message: "The new price is withdrawn. Everyone keeps the old one." });
      router.refresh();
    },
  });
  return (
    <>
      <ol className="flex flex-col" aria-label="New prices">
        {increases.map((increase) => (
          <li key={increase.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b py-3">
            <Badge tone={status[increase.status].tone}>{status[increase.status].label}</Badge>
            <span className="font-medium text-ink">{formatMoney(increase.price_minor, plan.currency, locale)}</span>
            <span>{`from ${formatFullDate(increase.effective_on, locale)}, ${who(increase, locale)}`}</span>
            {increase.status === "pending" ? (
              <Button size="sm" className="ml-auto" onClick={() => setIsAsking(true)}>
                Withdraw…
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
      <Dialog
        open={isAsking}
        onClose={() => setIsAsking(false)}
        title="Withdraw the new price?"
        actions={
          <>
            <Button onClick={() => setIsAsking(false)}>Cancel</Button>
            <Button variant="danger" busy={withdraw.isPending} onClick={() => withdraw.mutate()}>
              Withdraw
            </Button>
          </>
        }
      >
        <FormError message={withdraw.error?.message} />
        <p>Everyone keeps the old price. Members who were told about the new one are not told by this.</p>
      </Dialog>
    </>
  );
}
