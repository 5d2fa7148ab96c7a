"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/controls/button";
import { FormError } from "@/components/ui/forms/form-error";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { setBillingCycle } from "@/lib/client/endpoints/payment-gateways";
import type { Gateway } from "./gateway";

interface BillingCycleProps {
  organization: string;
  gateway: Pick<Gateway, "id" | "version" | "billing_cycle">;
  label: string;
}

/** Who runs the cycle of memberships. Subscriptions that run stay as they are. */
export function BillingCycle({ organization, gateway, label }: BillingCycleProps) {
  const router = useRouter();
  const toast = useToast();
  const isByGateway = gateway.billing_cycle === "gateway";
  const change = useMutation({
    mutationFn: () =>
      api(
        setBillingCycle,
        { id: gateway.id, billing_cycle: isByGateway ? "fitflow" : "gateway" },
        { organization, if_match: gateway.version },
      ),
    onSuccess: () => {
      toast.show({ tone: "good", message: isByGateway ? "FitFlow runs the cycle" : `${label} may run the cycle` });
      router.refresh();
    },
  });
  return (
    <div className="flex flex-col items-start gap-2">
      <FormError message={change.error?.message} />
      <p className="text-ink-2">
        {isByGateway
          ? `Staff may let ${label} bill a membership by itself, on the page of the member. FitFlow charges all others.`
          : "FitFlow charges each invoice when it is issued, and tries again by the rules of dunning."}
      </p>
      <Button size="sm" busy={change.isPending} onClick={() => change.mutate()}>
        {isByGateway ? "Let FitFlow run the cycle" : `Let ${label} run the cycle`}
      </Button>
    </div>
  );
}
